package vn.bantin.feed;

import com.rometools.modules.mediarss.MediaEntryModuleImpl;
import com.rometools.modules.mediarss.types.MediaContent;
import com.rometools.modules.mediarss.types.Metadata;
import com.rometools.modules.mediarss.types.UrlReference;
import com.rometools.rome.feed.module.Module;
import java.util.List;
import vn.bantin.article.Media;

/** An article's media as Media RSS 1.5 tells them. */
final class MediaRss {

  private MediaRss() {}

  static Module module(List<Media> media) {
    MediaEntryModuleImpl module = new MediaEntryModuleImpl();
    module.setMediaContents(media.stream().map(MediaRss::content).toArray(MediaContent[]::new));
    return module;
  }

  private static MediaContent content(Media media) {
    MediaContent content = new MediaContent(new UrlReference(media.url()));
    content.setType(media.type());
    content.setFileSize(media.length());
    content.setWidth(media.width());
    content.setHeight(media.height());
    if (media.duration() != null) {
      content.setDuration(media.duration().toSeconds());
    }
    switch (media.kind()) {
      case "image", "audio", "video" -> content.setMedium(media.kind());
      default -> content.setMedium("document");
    }
    if (media.caption() != null) {
      Metadata caption = new Metadata();
      caption.setDescription(media.caption());
      caption.setDescriptionType("plain");
      content.setMetadata(caption);
    }
    return content;
  }
}
