package org.openimr.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.Code;
import org.openimr.casefile.UploadState;
import org.openimr.records.Uploads;
import org.openimr.records.memory.Faults;

/** Events that come again, files that end the process, and services that fail. */
class IntakeRepeatsTest extends IntakeDesk {
  @Test
  void recordsAFileThatEndsTheProcessTwiceAndLeavesItClosed() {
    var message = put("incoming/a", "fatal");
    assertThrows(OutOfMemoryError.class, () -> deliver(message));
    assertThrows(OutOfMemoryError.class, () -> deliver(message));
    assertEquals(List.of(), deliver(message));
    assertEquals(Map.of("incoming/a", Code.PROCESSING_FAILED), refusals());
  }

  @Test
  void readsAFileWhoseEventComesAgainWhileItIsRead() {
    var message = put("incoming/a", "CM15-0000001 PROGRESS_REPORT report");
    var within = new ArrayList<List<String>>();
    var outer =
        handler(
            (bytes, hash) -> {
              for (String id : List.of("m", "n", "o")) {
                var inner = batch(id, "1", message);
                within.add(failures(handler(new Faults(0, false)).handleRequest(inner, null)));
              }
              return WordReading.read(bytes, hash);
            });
    assertEquals(List.of(), failures(outer.handleRequest(batch("m", "1", message), null)));
    assertEquals(List.of(List.of(), List.of(), List.of()), within);
    assertEquals(Optional.of(UploadState.ACCEPTED), state("incoming/a"));
  }

  @Test
  void doesNotRefuseAFileThatSeveralMessagesAreAboutAtOnce() {
    var message = put("incoming/a", "fatal");
    for (String id : List.of("m", "n", "o", "p")) {
      var once = batch(id, "1", message);
      assertThrows(
          OutOfMemoryError.class, () -> handler(new Faults(0, false)).handleRequest(once, null));
    }
    assertEquals(Optional.of(UploadState.RECEIVED), state("incoming/a"));
  }

  @Test
  void returnsOnlyTheMessageThatShowsADefectAndRefusesItsFileAtTheThirdTime() {
    var defect = put("incoming/a", "defect");
    var good = put("incoming/b", "CM15-0000001 PROGRESS_REPORT report");
    var lost = new ArrayList<List<String>>();
    for (String receipt : List.of("1", "2", "3")) {
      var both = batch("bad", receipt, defect);
      both.getRecords().addAll(batch("good", receipt, good).getRecords());
      lost.add(failures(handler(new Faults(0, false)).handleRequest(both, null)));
    }
    assertEquals(List.of(List.of("bad"), List.of("bad"), List.of()), lost);
    assertEquals(Map.of("incoming/a", Code.PROCESSING_FAILED), refusals());
    assertEquals(Optional.of(UploadState.ACCEPTED), state("incoming/b"));
  }

  @Test
  void doesNotCountAttemptsThatAServiceEnded() {
    var message = put("incoming/a", "CM15-0000001 PROGRESS_REPORT report");
    for (int i = 0; i < 5; i++) {
      assertEquals(List.of("m"), deliver(new Faults(3, true), message));
    }
    assertEquals(List.of(), deliver(message));
    assertEquals(Optional.of(UploadState.ACCEPTED), state("incoming/a"));
  }

  @Test
  void returnsOnlyTheMessagesThatMetAServiceError() {
    var events =
        batch(
            Map.of(
                "good",
                put("incoming/a", "CM15-0000001 PROGRESS_REPORT report"),
                "noise",
                "hello"));
    var response = handler(new Faults(0, false)).handleRequest(events, null);
    assertEquals(List.of(), response.getBatchItemFailures());
  }

  @Test
  void endsInOneResultWhicheverCallFails() {
    var expected = new IntakeRepeatsTest().afterFaults(new Faults(0, false));
    var counted = new Faults(0, false);
    new IntakeRepeatsTest().afterFaults(counted);
    for (int call = 1; call <= counted.calls(); call++) {
      for (boolean after : List.of(false, true)) {
        var result = new IntakeRepeatsTest().afterFaults(new Faults(call, after));
        assertEquals(expected, result, "fault " + (after ? "after" : "before") + " call " + call);
      }
    }
  }

  /** What there is after a batch in which one call fails, and its return. */
  private List<Object> afterFaults(Faults faults) {
    var messages =
        List.of(
            put("incoming/a", "CM15-0000001 PROGRESS_REPORT report"),
            put("incoming/b", "CM15-0000001 UTILIZATION_REVIEW decision"),
            put("incoming/c", "CM15-0000003 published"),
            put("incoming/d", "damaged"));
    messages.forEach(message -> deliver(faults, message));
    messages.forEach(this::deliver);
    var head = cases.head(CASE).orElseThrow();
    return List.of(
        head.revision(),
        cases.documents(head),
        head.missing(),
        new TreeSet<>(objects.hashes().values()).last(),
        refusals(),
        kinds().size(),
        new Uploads(table).waitingSince(Instant.MAX));
  }
}
