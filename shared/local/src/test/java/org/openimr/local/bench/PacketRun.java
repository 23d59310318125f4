package org.openimr.local.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.List;
import org.openimr.casefile.CaseFile;
import org.openimr.casefile.CaseUpload;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.SubmittedFile;
import org.openimr.documents.FileOpener;
import org.openimr.guidelines.Evaluator;
import org.openimr.procedure.Revisions;
import org.openimr.reading.CaseReader;

/** Parses and evaluates one case file, in a JVM of its own. Argument: the file. */
public final class PacketRun {
  private static final long MEGABYTE = 1 << 20;

  private PacketRun() {}

  /**
   * Says {@code peak}, megabytes of heap at most in use, milliseconds of all the process's
   * processor time until the text is there, until the papers are, and until the items are decided,
   * then papers and decisions.
   */
  public static void main(String[] arguments) throws IOException {
    long begin = cpu();
    SubmittedFile file = opened(Path.of(arguments[0]));
    long opened = cpu();
    CaseUpload upload =
        switch (taken(new CaseReader().read(file, "0".repeat(64)))) {
          case CaseReader.Read.OfCase(var papers) -> papers;
          case CaseReader.Read.Published _ ->
              throw new IllegalStateException("read as a published determination");
        };
    CaseFile caseFile = taken(Revisions.cut(upload.caseNumber().orElseThrow(), List.of(upload)));
    long read = cpu();
    Evaluation evaluation = Evaluator.withInstalledPack().evaluate(caseFile);
    long decided = cpu();
    System.out.printf(
        "peak %d %d %d %d %d %s%n",
        peak() / MEGABYTE,
        (opened - begin) / 1_000_000,
        (read - opened) / 1_000_000,
        (decided - read) / 1_000_000,
        caseFile.documents().size(),
        evaluation.items().stream().map(item -> item.decision().name()).toList());
  }

  /** As intake opens a large upload. */
  private static SubmittedFile opened(Path file) throws IOException {
    try (var channel = FileChannel.open(file);
        var arena = Arena.ofShared()) {
      return taken(
          new FileOpener()
              .open(channel.map(MapMode.READ_ONLY, 0, channel.size(), arena).asByteBuffer()));
    }
  }

  private static <T> T taken(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Accepted<T>(T value) -> value;
      case Outcome.Rejected<T>(var why) -> throw new IllegalStateException(why.toString());
    };
  }

  /** What a core of its own would take: threads of the compiler and the collector count. */
  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
