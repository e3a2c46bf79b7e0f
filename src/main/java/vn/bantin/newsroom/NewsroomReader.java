package vn.bantin.newsroom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.feed.FeedDefinition;
import vn.bantin.feed.Icon;
import vn.bantin.feed.Partner;
import vn.bantin.feed.Partners;
import vn.bantin.feed.Signposts;
import vn.bantin.feed.Site;
import vn.bantin.yaml.Mistake;
import vn.bantin.yaml.YamlMap;
import vn.bantin.yaml.YamlReader;

/**
 * The way from a newsroom's folder to its catalog of feeds.
 *
 * <p>{@code NAME.yaml} is the feed NAME, {@code site.yaml} the newsroom itself, {@code
 * partners/NAME.yaml} the partner NAME. Other folders, files that start with a dot and files of
 * other kinds, such as an editor's copies, are passed over.
 */
public final class NewsroomReader {

  private final NewsroomFolder folder;
  private final List<FileMistake> mistakes;
  private Signposts signposts = Signposts.NONE;
  private boolean isEmbeddingTheirs;
  private @Nullable Icon icon;

  private NewsroomReader(NewsroomFolder folder) {
    this.folder = folder;
    this.mistakes = new ArrayList<>(folder.mistakes());
  }

  /** Reads a folder; never throws, whatever is there. */
  public static Reading read(Path folder) {
    return read(NewsroomFolder.load(folder));
  }

  static Reading read(NewsroomFolder folder) {
    return new NewsroomReader(folder).read();
  }

  private Reading read() {
    Site site = site();
    boolean isKnown = site != null && (mistakes.isEmpty() || !site.categories().isEmpty());
    Set<String> categories = site != null && isKnown ? site.categories().keySet() : null;
    List<FeedDefinition> feeds = feeds(site == null ? "und" : site.language(), categories);
    List<Partner> partners = partners(categories);
    if (feeds.isEmpty() && mistakes.isEmpty()) {
      String hint = "write one, such as " + folder.file("news") + " with title and description";
      mistakes.add(new FileMistake(folder.path().toString(), 0, "there is no feed", hint));
    }
    if (site == null || !mistakes.isEmpty()) {
      return new Reading(null, mistakes);
    }
    Partners all = new Partners(partners, isEmbeddingTheirs);
    return new Reading(new FeedCatalog(site, feeds, signposts, all, icon), List.of());
  }

  private @Nullable Site site() {
    String text = folder.texts().get(NewsroomFolder.SITE);
    String file = folder.file(NewsroomFolder.SITE);
    if (text == null) {
      Path yml = folder.path().resolve("site.yml");
      Set<String> reasons = Set.of(file, yml.toString(), folder.path().toString());
      if (mistakes.stream().noneMatch(mistake -> reasons.contains(mistake.file()))) {
        String keys = "title, description, home, language, zone and authority";
        mistakes.add(new FileMistake(file, 0, "there is no such file", "write it with " + keys));
      }
      return null;
    }
    List<Mistake> found = new ArrayList<>();
    YamlMap map = YamlReader.read(text, 1, found);
    signposts = SignpostKeys.read(map, names());
    isEmbeddingTheirs =
        NewsroomFolder.PARTNERS.equals(
            map.oneOf("embedding", List.of("anyone", NewsroomFolder.PARTNERS)));
    icon = IconKey.read(map, folder.path());
    Site site = SiteFile.read(map);
    add(file, found);
    return site;
  }

  /** The feeds that there are, be their files right or wrong. */
  private Set<String> names() {
    Set<String> names = new TreeSet<>(folder.texts().keySet());
    names.remove(NewsroomFolder.SITE);
    return names;
  }

  private List<FeedDefinition> feeds(String language, @Nullable Set<String> categories) {
    List<FeedDefinition> feeds = new ArrayList<>();
    for (Map.Entry<String, String> entry : folder.texts().entrySet()) {
      String name = entry.getKey();
      if (name.equals(NewsroomFolder.SITE)) {
        continue;
      }
      List<Mistake> found = new ArrayList<>();
      FeedDefinition feed = FeedFile.read(name, entry.getValue(), categories, language, found);
      add(folder.file(name), found);
      if (feed != null) {
        feeds.add(feed);
      }
    }
    return feeds;
  }

  private List<Partner> partners(@Nullable Set<String> categories) {
    List<Partner> partners = new ArrayList<>();
    folder
        .partners()
        .forEach((name, text) -> {
          List<Mistake> found = new ArrayList<>();
          Partner partner = PartnerFile.read(name, text, names(), categories, found);
          add(folder.partnerFile(name), found);
          if (partner != null) {
            partners.add(partner);
          }
        });
    return partners;
  }

  private void add(String file, List<Mistake> found) {
    found.forEach(mistake -> mistakes.add(FileMistake.in(file, mistake)));
  }
}
