package vn.bantin.cli;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.bantin.App;
import vn.bantin.access.Scope;
import vn.bantin.access.Secret;
import vn.bantin.access.Token;
import vn.bantin.config.Settings;
import vn.bantin.feed.FeedCatalog;
import vn.bantin.store.SqlArticleStore;

/** Makes, lists and revokes keys: to the API, and to the feeds of partners. */
@Command(
    name = "token",
    description = {
      "Makes, lists and revokes keys to the API and for partners.",
      "create NAME prints a new token once; only its hash is kept. list shows all without their"
          + " secrets. revoke NAME ends one at once."
    },
    footer = {"", "Example: bantin token create cms --scope read --scope write"})
final class TokenCommand implements Callable<Integer> {

  private static final String CREATE = "create";
  private static final String LIST = "list";
  private static final String REVOKE = "revoke";

  private final Flags flags;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "ACTION", description = "create, list or revoke")
  private String action = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "who has it")
  private String name = "";

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      description =
          "what a new one allows: read, write, embargo; may be repeated;"
              + " or partner:NAME for one partner's feeds")
  private List<String> scopes = new ArrayList<>();

  TokenCommand(Flags flags) {
    this.flags = flags;
  }

  @Override
  public Integer call() {
    String partner = partner();
    Set<Scope> allowed = partner == null ? scopes() : Set.of();
    switch (action) {
      case CREATE, REVOKE -> requireName();
      case LIST -> {}
      default -> throw misuse("unknown action " + action + ", expected create, list or revoke");
    }
    if (action.equals(CREATE) == scopes.isEmpty()) {
      throw misuse(
          action.equals(CREATE)
              ? "a token needs a scope: --scope " + Scope.wireNames().replace(", ", " or --scope ")
              : "--scope belongs to create");
    }
    Settings settings = flags.settings(spec);
    if (partner != null) {
      FeedCatalog newsroom = App.newsroom(settings);
      if (newsroom.partners().named(partner).isEmpty()) {
        spec.commandLine().getErr().println(PartnerCheck.noSuchPartner(partner, newsroom));
        return ExitCode.REFUSED;
      }
    }
    try (SqlArticleStore store = App.store(settings)) {
      return switch (action) {
        case CREATE -> create(store, allowed, partner);
        case REVOKE -> revoke(store);
        default -> list(store);
      };
    }
  }

  private int create(SqlArticleStore store, Set<Scope> allowed, @Nullable String partner) {
    Secret secret = Secret.random();
    var now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    Token token = new Token(secret.id(), name, secret.hash(), allowed, partner, now, null);
    if (!store.add(token)) {
      spec.commandLine()
          .getErr()
          .println(
              "token-exists: there is or was a token of this name: "
                  + name
                  + " (histories name it: choose another name)");
      return ExitCode.REFUSED;
    }
    spec.commandLine().getOut().println(secret.text());
    return ExitCode.DONE;
  }

  private int revoke(SqlArticleStore store) {
    if (!store.revoke(name)) {
      spec.commandLine()
          .getErr()
          .println(
              "no-such-token: no token in force has this name: "
                  + name
                  + " (look it up with: bantin token list)");
      return ExitCode.REFUSED;
    }
    spec.commandLine().getOut().println("revoked " + name);
    return ExitCode.DONE;
  }

  private int list(SqlArticleStore store) {
    for (Token token : store.tokens()) {
      spec.commandLine()
          .getOut()
          .printf(
              "%-20s %-12s created %s%s%n",
              token.name(),
              String.join(",", token.grants()),
              token.created(),
              token.isInForce() ? "" : ", revoked " + token.revoked());
    }
    return ExitCode.DONE;
  }

  private void requireName() {
    if (!Token.isName(name)) {
      throw misuse(
          name.isEmpty()
              ? action + " needs a NAME"
              : "no name, of letters, digits and ._@-: \"" + name + "\"");
    }
  }

  // It stands in addresses, so it opens nothing else.
  private @Nullable String partner() {
    if (scopes.stream().noneMatch(scope -> scope.startsWith(Token.PARTNER))) {
      return null;
    }
    if (scopes.size() > 1) {
      throw misuse("a partner's key opens nothing else: --scope " + Token.PARTNER + "NAME alone");
    }
    return scopes.getFirst().substring(Token.PARTNER.length());
  }

  private Set<Scope> scopes() {
    Set<Scope> allowed = EnumSet.noneOf(Scope.class);
    for (String scope : scopes) {
      allowed.add(
          Scope.named(scope)
              .orElseThrow(() ->
                  misuse("unknown scope " + scope + ", expected one of " + Scope.wireNames())));
    }
    return allowed;
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
