package org.openimr.cloud;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.util.List;
import java.util.Set;

/**
 * A function that reads the table's stream: the new images of certain rows in certain states.
 *
 * @param name of the function; its position in the stream is kept under it
 * @param rows what it is meant for; a row is delivered once, however many of these it matches
 * @param handler may be called for two shards at once, never for one
 */
public record StreamConsumer(
    String name,
    List<RowFilter> rows,
    RequestHandler<DynamodbEvent, StreamsEventResponse> handler) {
  /** Copies the list. */
  public StreamConsumer {
    rows = List.copyOf(rows);
  }

  /** A reader of the heads of cases in certain states. */
  public StreamConsumer(
      String name,
      Set<String> states,
      RequestHandler<DynamodbEvent, StreamsEventResponse> handler) {
    this(name, List.of(RowFilter.heads(states)), handler);
  }

  /**
   * Rows of one kind in certain states, as a filter of an event source mapping.
   *
   * @param sort the row's sort key
   * @param begins whether it is how the sort key begins, and not all of it
   * @param states where the row may be
   */
  public record RowFilter(String sort, boolean begins, Set<String> states) {
    /** Copies the set. */
    public RowFilter {
      states = Set.copyOf(states);
    }

    /** Heads of cases. */
    public static RowFilter heads(Set<String> states) {
      return new RowFilter("CASE", false, states);
    }

    /** Published determinations. */
    public static RowFilter letters(Set<String> states) {
      return new RowFilter("PRECEDENT", false, states);
    }

    /** Corrections of issued determinations. */
    public static RowFilter corrections(Set<String> states) {
      return new RowFilter("CORRECTION#", true, states);
    }

    /** Whether a row's sort key and state are such. */
    public boolean matches(String key, String state) {
      return (begins ? key.startsWith(sort) : key.equals(sort)) && states.contains(state);
    }
  }
}
