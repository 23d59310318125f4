package org.openimr.local.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.openimr.intake.IntakeHandler;
import org.openimr.records.Journal;
import org.openimr.records.ObjectName;
import org.openimr.records.Settings;
import org.openimr.records.Value;
import org.openimr.records.memory.MemoryTable;

/**
 * Takes in one file, in a JVM of its own, and says how much of the heap was in use at most: the sum
 * of each pool's own peak, so never too little. Arguments: the buckets' folder and the upload's
 * key.
 */
public final class PeakHeap {
  private static final long MEGABYTE = 1 << 20;

  private PeakHeap() {}

  /** Says {@code peak}, megabytes, milliseconds, and the upload's state. */
  public static void main(String[] arguments) {
    var objects = new DiskObjects(Path.of(arguments[0]));
    var table = new MemoryTable();
    var handler =
        new IntakeHandler(
            table, objects, Settings.EMBEDDED, InstantSource.system(), Journal.silent());
    var upload = new ObjectName(Settings.EMBEDDED.caseFiles(), arguments[1]);
    long size = objects.path(upload).toFile().length();
    long begin = System.nanoTime();
    handler.handleRequest(ColdStart.message(Samples.notification(upload.key(), size)), null);
    long millis = (System.nanoTime() - begin) / 1_000_000;
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum();
    System.out.printf("peak %d %d %s%n", peak / MEGABYTE, millis, state(table));
  }

  private static String state(MemoryTable table) {
    return table.rows().stream()
        .filter(row -> row.key().partition().startsWith("UPLOAD#"))
        .flatMap(row -> Stream.ofNullable(row.attributes().get("state")))
        .map(state -> state instanceof Value.Text(String text) ? text : state.toString())
        .findFirst()
        .orElse("no row");
  }
}
