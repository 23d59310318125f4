package org.openimr.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.records.Journal;
import org.openimr.records.memory.MemoryObjects;
import org.openimr.records.memory.MemoryTable;
import org.openimr.records.memory.SampleCase;
import org.openimr.schedule.ScheduleHandler;

class ToldChangesTest {
  @TempDir private Path folder;

  @Test
  void everyChangeIsALineInTheStacksFolder() throws IOException {
    var table = new MemoryTable();
    SampleCase.evaluated(table, new MemoryObjects());
    var soon = InstantSource.fixed(SampleCase.CUT.plus(Duration.ofMinutes(1)));
    var handler =
        new ScheduleHandler(table, ToldChanges.in(Optional.of(folder)), soon, Journal.silent());
    handler.handleRequest(Map.of(), null);
    handler.handleRequest(Map.of(), null);
    assertEquals(
        List.of(line("1.1", "REVISION_CUT", "PARSED"), line("1.2", "EVALUATED", "EVALUATED")),
        Files.readAllLines(folder.resolve("events.jsonl")));
  }

  private static String line(String version, String kind, String state) {
    return ("{\"schema\":\"openimr/event/1\",\"id\":\"CM15-0000001/2015-11-12T10:00:00Z/%s\","
            + "\"caseNumber\":\"CM15-0000001\",\"revision\":1,\"kind\":\"%s\",\"state\":\"%s\","
            + "\"time\":\"2015-11-12T10:00:00Z\"}")
        .formatted(version, kind, state);
  }
}
