package vn.bantin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms, as the package comment of {@code vn.bantin} draws them. */
@AnalyzeClasses(packages = "vn.bantin", importOptions = ImportOption.DoNotIncludeTests.class)
final class LayersTest {

  @ArchTest
  static final ArchRule ROOMS_USE_ONLY_THOSE_BEFORE_THEM =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("root")
          .definedBy("vn.bantin")
          .layer("article")
          .definedBy("vn.bantin.article..")
          .layer("access")
          .definedBy("vn.bantin.access..")
          .layer("api")
          .definedBy("vn.bantin.api..")
          .layer("search")
          .definedBy("vn.bantin.search..")
          .layer("yaml")
          .definedBy("vn.bantin.yaml..")
          .layer("config")
          .definedBy("vn.bantin.config..")
          .layer("observe")
          .definedBy("vn.bantin.observe..")
          .layer("store")
          .definedBy("vn.bantin.store..")
          .layer("ingest")
          .definedBy("vn.bantin.ingest..")
          .layer("feed")
          .definedBy("vn.bantin.feed..")
          .layer("page")
          .definedBy("vn.bantin.page..")
          .layer("newsroom")
          .definedBy("vn.bantin.newsroom..")
          .layer("change")
          .definedBy("vn.bantin.change..")
          .layer("snapshot")
          .definedBy("vn.bantin.snapshot..")
          .layer("purge")
          .definedBy("vn.bantin.purge..")
          .layer("tls")
          .definedBy("vn.bantin.tls..")
          .layer("net")
          .definedBy("vn.bantin.net..")
          .layer("field")
          .definedBy("vn.bantin.field..")
          .layer("http2")
          .definedBy("vn.bantin.http2..")
          .layer("http")
          .definedBy("vn.bantin.http..")
          .layer("cli")
          .definedBy("vn.bantin.cli..")
          .whereLayer("article")
          .mayNotAccessAnyLayer()
          .whereLayer("access")
          .mayNotAccessAnyLayer()
          .whereLayer("api")
          .mayOnlyAccessLayers("access", "article", "store", "ingest")
          .whereLayer("search")
          .mayOnlyAccessLayers("article")
          .whereLayer("yaml")
          .mayNotAccessAnyLayer()
          .whereLayer("config")
          .mayNotAccessAnyLayer()
          .whereLayer("observe")
          .mayOnlyAccessLayers("article")
          .whereLayer("store")
          .mayOnlyAccessLayers("access", "article", "search", "observe")
          .whereLayer("ingest")
          .mayOnlyAccessLayers("article", "store", "yaml", "observe")
          .whereLayer("feed")
          .mayOnlyAccessLayers("article", "observe")
          .whereLayer("page")
          .mayOnlyAccessLayers("article", "feed")
          .whereLayer("newsroom")
          .mayOnlyAccessLayers("article", "feed", "yaml", "observe")
          .whereLayer("change")
          .mayOnlyAccessLayers("article", "store", "observe")
          .whereLayer("snapshot")
          .mayOnlyAccessLayers("article", "search", "feed", "page", "store", "change", "observe")
          .whereLayer("purge")
          .mayOnlyAccessLayers("observe")
          .whereLayer("tls")
          .mayOnlyAccessLayers("observe")
          .whereLayer("field")
          .mayOnlyAccessLayers("config", "feed", "snapshot")
          .whereLayer("net")
          .mayOnlyAccessLayers("config", "observe")
          .whereLayer("http2")
          .mayOnlyAccessLayers("config")
          .whereLayer("http")
          .mayOnlyAccessLayers(
              "api",
              "article",
              "search",
              "config",
              "store",
              "feed",
              "page",
              "change",
              "snapshot",
              "purge",
              "tls",
              "field",
              "net",
              "http2",
              "observe")
          .whereLayer("cli")
          .mayOnlyAccessLayers(
              "root",
              "access",
              "article",
              "config",
              "store",
              "ingest",
              "feed",
              "newsroom",
              "tls",
              "observe");

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching("vn.bantin.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule UNDERTOW_ONLY_IN_HTTP =
      noClasses()
          .that()
          .resideOutsideOfPackages("vn.bantin.http..", "vn.bantin.http2..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.undertow..");

  @ArchTest
  static final ArchRule XNIO_ONLY_FOR_SOCKETS =
      noClasses()
          .that()
          .resideOutsideOfPackages("vn.bantin.net..", "vn.bantin.http..", "vn.bantin.http2..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.xnio..");

  // What is kept for later is bounded: the answers, and what is known of clients.
  @ArchTest
  static final ArchRule CAFFEINE_ONLY_FOR_ANSWERS_AND_CLIENTS =
      noClasses()
          .that()
          .resideOutsideOfPackages("vn.bantin.snapshot..", "vn.bantin.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.github.benmanes.caffeine..");

  @ArchTest static final ArchRule BUCKETS_ONLY_IN_HTTP = only("http", "io.github.bucket4j..");

  @ArchTest static final ArchRule BROTLI_ONLY_IN_SNAPSHOT = only("snapshot", "com.aayushatharva..");

  @ArchTest
  static final ArchRule FEED_LIBRARIES_ONLY_IN_FEED =
      only("feed", "com.rometools..", "org.jdom2..");

  @ArchTest
  static final ArchRule SQL_ONLY_IN_STORE =
      only(
          "store",
          "java.sql..",
          "javax.sql..",
          "org.jdbi..",
          "org.flywaydb..",
          "com.zaxxer..",
          "org.sqlite..");

  @ArchTest static final ArchRule PICOCLI_ONLY_IN_CLI = only("cli", "picocli..", "me.tongfei..");

  @ArchTest
  static final ArchRule LOGGING_ONLY_IN_OBSERVE = only("observe", "org.slf4j..", "ch.qos..");

  @ArchTest
  static final ArchRule FEEDS_ARE_PURE =
      noClasses()
          .that()
          .resideInAPackage("vn.bantin.feed..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.nio.file..", "java.net.http..", "java.util.concurrent..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock");

  @ArchTest
  static final ArchRule ONLY_MAIN_ENDS_THE_PROCESS =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("vn.bantin.Main")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule CLASSES_ARE_FINAL =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .areNotInterfaces()
          .and()
          .areNotAnnotations()
          .and()
          .haveSimpleNameNotEndingWith("package-info")
          .should()
          .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL);

  @ArchTest
  static final ArchRule NO_BUCKETS =
      noClasses()
          .should()
          .resideInAnyPackage("..util..", "..helper..", "..impl..", "..common..", "..misc..");

  private static ArchRule only(String room, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage("vn.bantin." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }
}
