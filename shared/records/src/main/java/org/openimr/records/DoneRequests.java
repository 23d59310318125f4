package org.openimr.records;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.openimr.records.internal.Attributes;
import org.openimr.records.internal.Keys;

/**
 * Requests that were done and must not be done twice. The row is written in the transaction of what
 * the request does, so that either both are there or none.
 */
public final class DoneRequests {
  /** How long a request is remembered at least; the table removes rows after {@code expires}. */
  public static final Duration KEPT = Duration.ofHours(24);

  private final Table table;

  /** Requests in a table. */
  public DoneRequests(Table table) {
    this.table = table;
  }

  /**
   * A request that was done.
   *
   * @param id hash of caller, address and idempotency key
   * @param hash of the request's body
   * @param result id of what it made
   */
  public record Done(String id, String hash, String result) {}

  /** The request of an id, if it was done. */
  public Optional<Done> find(String id) {
    return table
        .get(Keys.request(id))
        .map(
            row ->
                new Done(
                    id,
                    Attributes.text(row, "hash"),
                    Attributes.found(row, "result", Function.identity()).orElse("")));
  }

  /** The write that remembers a request, unless one of its id was done. */
  public static Write write(Done done, Instant now) {
    var row =
        new Attributes()
            .text("hash", done.hash())
            .text("result", Optional.of(done.result()))
            .whole("expires", now.plus(KEPT).getEpochSecond())
            .row(Keys.request(done.id()));
    return new Write.Put(row, new Condition.Absent());
  }
}
