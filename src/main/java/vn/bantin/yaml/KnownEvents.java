package vn.bantin.yaml;

import java.util.List;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.parser.Parser;

/** The events of a text that has been parsed already, for whoever expects a parser. */
final class KnownEvents implements Parser {

  private final List<Event> events;
  private int at;

  KnownEvents(List<Event> events) {
    this.events = events;
  }

  @Override
  public boolean checkEvent(Event.ID id) {
    return hasNext() && events.get(at).getEventId() == id;
  }

  @Override
  public Event peekEvent() {
    return events.get(at);
  }

  @Override
  public boolean hasNext() {
    return at < events.size();
  }

  @Override
  public Event next() {
    return events.get(at++);
  }
}
