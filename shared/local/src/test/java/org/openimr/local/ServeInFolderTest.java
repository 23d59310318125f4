package org.openimr.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.casefile.CaseNumber;
import org.openimr.casefile.CaseState;
import org.openimr.cloud.EmbeddedCloud;
import org.openimr.records.CaseHead;
import org.openimr.records.Cases;
import software.amazon.awssdk.core.sync.RequestBody;

/** {@code serve --data}: what a folder keeps. */
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServeInFolderTest {
  private static final Path SAMPLE = Path.of("../../events/case-file.json");
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final int TERMINATED = 128 + 15;
  private static final List<String> CASES =
      IntStream.rangeClosed(1, 12).mapToObj("CM15-05110%02d"::formatted).toList();

  @TempDir private Path folder;

  @Test
  void losesNothingWhenItIsKilledAtWork() throws Exception {
    try (Served killed = Served.start("--data", folder.toString())) {
      for (String caseNumber : CASES) {
        put(killed, caseNumber);
      }
      killed.documents(CASES.getFirst());
      killed.kill();
    }
    try (Served again = Served.start("--data", folder.toString())) {
      CASES.forEach(again::documents);
      // Documents are put before the case's state: what is in hand is finished before the end.
      assertEquals(TERMINATED, again.end(SOON));
    }
    assertEquals(
        CASES.stream().map(caseNumber -> caseNumber + " PROPOSED").toList(), statesAfterRestart());
  }

  @Test
  void refusesAFolderThatAnotherProcessHas() throws Exception {
    try (Served first = Served.start("--data", folder.toString())) {
      Run second = Run.of("serve", "--port", 0, "--data", folder);

      assertEquals(
          new Run(
              ExitStatus.INFRASTRUCTURE,
              "",
              "openimr: folder "
                  + folder
                  + " cannot be opened: OpenStore: IN_USE_BY_ANOTHER_PROCESS\n"),
          second);
      assertEquals(TERMINATED, first.end(SOON));
    }
  }

  private static void put(Served served, String caseNumber) throws IOException {
    byte[] body =
        Files.readString(SAMPLE)
            .replace("CM15-0212345", caseNumber)
            .getBytes(StandardCharsets.UTF_8);
    served
        .s3()
        .putObject(
            r -> r.bucket(served.said("bucket")).key("incoming/" + caseNumber + "/case.json"),
            RequestBody.fromBytes(body));
  }

  /** Opened here, with its functions run until nothing is left to do. */
  private List<String> statesAfterRestart() {
    try (EmbeddedCloud cloud = EmbeddedCloud.in(folder, InstantSource.system())) {
      var functions =
          new Functions(cloud, InstantSource.system(), org.openimr.cloud.EventObserver.SILENT);
      try (var delivery = cloud.delivery(functions.consumers())) {
        delivery.drain();
      }
      var cases = new Cases(cloud.table());
      return CASES.stream().map(number -> number + " " + state(cases, number)).toList();
    }
  }

  private static CaseState state(Cases cases, String caseNumber) {
    return cases.head(new CaseNumber(caseNumber)).map(CaseHead::state).orElseThrow();
  }
}
