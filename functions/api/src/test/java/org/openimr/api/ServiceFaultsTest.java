package org.openimr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.api.Front.Ask;
import org.openimr.records.memory.Faults;

/** What is answered while a service behind the API fails. */
class ServiceFaultsTest {
  private static final String OPEN =
      "{\"caseNumber\": \"CM15-0000002\", \"organization\": \"acme\"}";

  private final Front front = new Front();

  private int calls(Ask ask) {
    var none = new Faults(0, false);
    front.send(ask, none);
    return none.calls();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cases/CM15-0000001",
        "/cases/CM15-0000001/documents/pr2",
        "/cases/CM15-0000001/determination",
        "/cases/CM15-0000001/uploads"
      })
  void nothingIsShownWhereACallFailsAndBeforeItsEventIsWritten(String path) {
    front.open(Front.OWN_CASE, "acme");
    Papers.propose(front);
    var ask = Ask.get(path).by(front.staff());
    int calls = calls(ask);
    var answered = new ArrayList<String>();
    for (int failing = 1; failing <= calls; failing++) {
      var answer = front.send(ask, new Faults(failing, false));
      answered.add(answer.problem() + " " + answer.header("retry-after"));
    }
    assertEquals(Collections.nCopies(calls, "503 SERVICE_UNAVAILABLE 5"), answered);
  }

  @Test
  void aPostThatIsRepeatedAfterAnyFaultIsDoneOnce() {
    int calls = calls(opening("count-0001").json(OPEN.replace("0002", "0003")));
    var statuses = new ArrayList<List<Integer>>();
    for (int failing = 1; failing <= calls; failing++) {
      for (boolean after : new boolean[] {false, true}) {
        var fresh = new Front();
        var ask = Ask.post("/cases").by(fresh.staff()).key("key-00001").json(OPEN);
        int first = fresh.send(ask, new Faults(failing, after)).status();
        statuses.add(List.of(first, fresh.send(ask).status()));
      }
    }
    assertEquals(Collections.nCopies(2 * calls, List.of(503, 201)), statuses);
  }

  private Ask opening(String key) {
    return Ask.post("/cases").by(front.staff()).key(key);
  }
}
