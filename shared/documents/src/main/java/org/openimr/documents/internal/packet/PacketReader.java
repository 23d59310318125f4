package org.openimr.documents.internal.packet;

import java.util.List;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.SubmittedFile;
import org.openimr.documents.internal.Meter;
import org.openimr.documents.internal.SingleFiles;

/**
 * Reads a ZIP archive as the papers of one case, the archives within it unfolded. Safe for threads.
 *
 * <p>What is unsafe in one entry (a name that leaves its folder, a link, shared bytes, a budget) or
 * wrong in a {@code case.json} refuses the whole. Any other entry that cannot be read is left out
 * with a note, and stands in the case file as an unreadable page, so that absence is not proved
 * over its head. An archive of which nothing can be read is refused.
 */
public final class PacketReader {
  private final SingleFiles files;

  /** Reads the files within by that reader. */
  public PacketReader(SingleFiles files) {
    this.files = files;
  }

  /** The files within, or why nothing was taken. */
  public Outcome<SubmittedFile> read(byte[] archive, Meter meter) {
    var unfolding = new Unfolding(files, meter);
    return unfolding
        .archive(archive, "", 1)
        .then(_ -> packet(unfolding.parts(), unfolding.notes(), unfolding.reasons()));
  }

  private static Outcome<SubmittedFile> packet(
      List<SubmittedFile.Single> parts, List<String> notes, List<Code> reasons) {
    if (parts.stream().anyMatch(PacketReader::readable)) {
      return Outcome.accepted(new SubmittedFile.Packet(parts, notes));
    }
    if (reasons.isEmpty()) {
      return Outcome.rejected(
          Code.EMPTY_FILE,
          "The ZIP archive holds no papers. Check the original and send it again.");
    }
    boolean alike = reasons.stream().distinct().count() == 1;
    return Outcome.rejected(
        alike ? reasons.getFirst() : Code.UNREADABLE_FILE,
        "Nothing in the ZIP archive can be read. " + Numbered.first(notes));
  }

  private static boolean readable(SubmittedFile.Single part) {
    return switch (part) {
      case SubmittedFile.Text text -> text.readable();
      case SubmittedFile.Json json ->
          json.documents().stream().anyMatch(document -> !document.text().isBlank());
    };
  }
}
