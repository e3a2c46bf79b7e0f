package vn.bantin.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteFeedLogTest extends FeedLogContract {

  @TempDir private Path folder;

  @Override
  ArticleStore open(SettableClock clock) {
    return SqlArticleStore.open("jdbc:sqlite:" + folder.resolve("bantin.db"), clock);
  }
}
