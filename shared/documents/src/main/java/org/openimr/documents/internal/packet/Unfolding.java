package org.openimr.documents.internal.packet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.Rejection;
import org.openimr.casefile.SubmittedFile;
import org.openimr.documents.internal.Digest;
import org.openimr.documents.internal.FileKind;
import org.openimr.documents.internal.Meter;
import org.openimr.documents.internal.SingleFiles;
import org.openimr.documents.internal.UploadRefusedException;

/** One upload while its archive is unfolded: the files so far, and what was noted. */
final class Unfolding {
  /** A file that was not read has at least this page. */
  private static final SubmittedFile.Text UNREAD =
      new SubmittedFile.Text("", new TreeSet<>(List.of(1)), List.of());

  private final SingleFiles files;
  private final Meter meter;
  private final ZipContent content;
  private final List<SubmittedFile.Single> parts = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Code> reasons = new ArrayList<>();
  private final Map<String, String> taken = new HashMap<>();

  Unfolding(SingleFiles files, Meter meter) {
    this.files = files;
    this.meter = meter;
    this.content = new ZipContent(meter);
  }

  List<SubmittedFile.Single> parts() {
    return List.copyOf(parts);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Why files were left out. */
  List<Code> reasons() {
    return List.copyOf(reasons);
  }

  /**
   * Unfolds an archive.
   *
   * @param outer numbers of the entries that it lies in, each with a dot; empty for the upload
   * @param depth 1 for the upload
   * @return itself, or why this archive cannot be read
   */
  Outcome<Unfolding> archive(byte[] archive, String outer, int depth) {
    meter.depth(depth);
    return ZipDirectory.of(archive, meter)
        .then(
            entries -> {
              new Level(archive, outer, depth).unfold(entries);
              return Outcome.accepted(this);
            });
  }

  /** The entries of one archive. */
  private final class Level {
    private final byte[] archive;
    private final String outer;
    private final int depth;

    Level(byte[] archive, String outer, int depth) {
      this.archive = archive;
      this.outer = outer;
      this.depth = depth;
    }

    void unfold(List<ZipEntry> entries) {
      List<ZipEntry> hidden = entries.stream().filter(ZipEntry::hidden).toList();
      if (!hidden.isEmpty()) {
        notes.add(Numbered.hidden(hidden.stream().map(this::number).toList()));
      }
      var named =
          new NamedFiles(
              entries.stream().filter(entry -> !entry.hidden() && !entry.folder()).toList(),
              this::enclosed);
      named.caseFile().ifPresent(entry -> caseFile(entry, named));
      named.others().forEach(this::file);
    }

    private String number(ZipEntry entry) {
      return outer + entry.number();
    }

    /** What the case file says is the frame of the rest, so an error in it refuses the whole. */
    private void caseFile(ZipEntry entry, NamedFiles named) {
      var read = content.of(archive, entry).then(bytes -> files.caseFile(bytes, named, meter));
      switch (read) {
        case Outcome.Accepted<SubmittedFile.Json>(SubmittedFile.Json json) -> parts.add(json);
        case Outcome.Rejected<SubmittedFile.Json>(Rejection why) ->
            throw new UploadRefusedException(
                new Rejection(why.code(), "In case.json of the archive: " + why.detail()));
      }
    }

    /** The file that a document of the case file names: it is a paper even if it is unread. */
    private SubmittedFile.Text enclosed(ZipEntry entry) {
      var read =
          content
              .of(archive, entry)
              .then(
                  bytes -> {
                    taken.putIfAbsent(Digest.of(bytes), number(entry));
                    return files.text(bytes, meter);
                  });
      return switch (read) {
        case Outcome.Accepted<SubmittedFile.Text>(SubmittedFile.Text text) -> noted(entry, text);
        case Outcome.Rejected<SubmittedFile.Text>(Rejection why) -> leftOut(entry, why);
      };
    }

    private void file(ZipEntry entry) {
      switch (content.of(archive, entry)) {
        case Outcome.Rejected<byte[]>(Rejection why) -> parts.add(leftOut(entry, why));
        case Outcome.Accepted<byte[]>(byte[] bytes) -> {
          String first = taken.putIfAbsent(Digest.of(bytes), number(entry));
          if (first != null) {
            notes.add(Numbered.duplicate(number(entry), first));
          } else if (FileKind.of(bytes) instanceof FileKind.Zip) {
            inner(entry, bytes);
          } else {
            single(entry, files.open(bytes, meter));
          }
        }
      }
    }

    private void inner(ZipEntry entry, byte[] bytes) {
      switch (archive(bytes, number(entry) + ".", depth + 1)) {
        case Outcome.Accepted<Unfolding> _ -> {}
        case Outcome.Rejected<Unfolding>(Rejection why) -> parts.add(leftOut(entry, why));
      }
    }

    private void single(ZipEntry entry, Outcome<SubmittedFile.Single> read) {
      switch (read) {
        case Outcome.Accepted<SubmittedFile.Single>(SubmittedFile.Json json) -> parts.add(json);
        case Outcome.Accepted<SubmittedFile.Single>(SubmittedFile.Text text) -> {
          if (text.text().isBlank() && text.unreadablePages().isEmpty()) {
            notes.add(Numbered.blank(number(entry)));
          } else {
            parts.add(noted(entry, text));
          }
        }
        case Outcome.Rejected<SubmittedFile.Single>(Rejection why) -> {
          switch (why.code()) {
            case EMPTY_FILE -> notes.add(Numbered.blank(number(entry)));
            case EXPANSION_LIMIT -> throw new UploadRefusedException(why);
            default -> parts.add(leftOut(entry, why));
          }
        }
      }
    }

    private SubmittedFile.Text noted(ZipEntry entry, SubmittedFile.Text text) {
      if (!text.readable()) {
        reasons.add(Code.NO_TEXT_LAYER);
        notes.add(Numbered.scan(number(entry), text.unreadablePages().size()));
      }
      text.notes().forEach(note -> notes.add(Numbered.within(number(entry), note)));
      return text;
    }

    private SubmittedFile.Text leftOut(ZipEntry entry, Rejection why) {
      reasons.add(why.code());
      notes.add(Numbered.leftOut(number(entry), why.code(), why.detail()));
      return UNREAD;
    }
  }
}
