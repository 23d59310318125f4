package org.openimr.api.internal.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openimr.api.internal.http.Parameters;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.procedure.ContentHash;
import org.openimr.records.Commit;
import org.openimr.records.DoneRequests;
import org.openimr.records.DoneRequests.Done;
import org.openimr.records.Redo;
import org.openimr.records.Table;
import org.openimr.records.Write;

/**
 * Does what a POST asks for once, however often it comes: the idempotency key is written in the
 * transaction of the work. A repeat is answered from what the first has made.
 */
public final class Once {
  private final Table table;
  private final DoneRequests requests;

  /** Requests of a table. */
  public Once(Table table) {
    this.table = table;
    this.requests = new DoneRequests(table);
  }

  /**
   * Work to be done.
   *
   * @param result id of what it makes, by which it is answered
   */
  record Work(String result, List<Write> writes) {
    Work {
      writes = List.copyOf(writes);
    }
  }

  /**
   * Does the work unless it was done.
   *
   * @param work reads and decides; is asked again where somebody wrote in between
   * @param answer of a result, for the first time and for each repeat
   */
  Outcome<Response> run(
      Call call, Supplier<Outcome<Work>> work, Function<String, Outcome<Response>> answer) {
    String id = id(call);
    String hash = ContentHash.of(call.request().body());
    Outcome<String> result =
        Redo.untilDone(
            "Request",
            () -> {
              var done = requests.find(id);
              return done.isPresent()
                  ? Optional.of(repeated(done.get(), hash))
                  : first(id, hash, call, work);
            });
    return result.then(answer);
  }

  private Optional<Outcome<String>> first(
      String id, String hash, Call call, Supplier<Outcome<Work>> work) {
    return switch (work.get()) {
      case Outcome.Accepted<Work>(Work todo) -> {
        var writes = new ArrayList<>(todo.writes());
        writes.add(DoneRequests.write(new Done(id, hash, todo.result()), call.now()));
        yield table.commit(writes) == Commit.DONE
            ? Optional.of(Outcome.accepted(todo.result()))
            : Optional.empty();
      }
      case Outcome.Rejected<Work>(var why) ->
          Optional.of(Outcome.rejected(why.code(), why.detail()));
    };
  }

  private static Outcome<String> repeated(Done done, String hash) {
    return done.hash().equals(hash)
        ? Outcome.accepted(done.result())
        : Outcome.rejected(
            Code.IDEMPOTENCY_KEY_REUSED,
            "This idempotency key came with another body before. Choose another key.");
  }

  private static String id(Call call) {
    return ContentHash.of(
        String.join(
            "\n",
            call.caller().role().wireName(),
            call.caller().id(),
            call.request().method(),
            call.request().path(),
            call.parameters().text(Parameters.IDEMPOTENCY_KEY).orElseThrow()));
  }
}
