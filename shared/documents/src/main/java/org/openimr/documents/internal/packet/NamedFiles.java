package org.openimr.documents.internal.packet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.openimr.casefile.Code;
import org.openimr.casefile.Rejection;
import org.openimr.casefile.SubmittedFile;
import org.openimr.documents.internal.UploadRefusedException;
import org.openimr.documents.internal.json.Enclosures;

/**
 * The files of one archive by name, for its {@code case.json}: at the top, or in the one folder
 * that holds everything, as programs pack a folder. Names are relative to where it lies.
 */
final class NamedFiles implements Enclosures {
  private static final String CASE_FILE = "case.json";

  private final List<ZipEntry> papers;
  private final Function<ZipEntry, SubmittedFile.Text> open;
  private final List<String> folder;
  private final Set<Integer> used = new HashSet<>();

  NamedFiles(List<ZipEntry> papers, Function<ZipEntry, SubmittedFile.Text> open) {
    this.papers = papers;
    this.open = open;
    this.folder = commonFolder(papers);
  }

  private static List<String> commonFolder(List<ZipEntry> papers) {
    List<List<String>> tops =
        papers.stream().map(paper -> paper.path().subList(0, 1)).distinct().toList();
    boolean one = tops.size() == 1 && papers.stream().allMatch(paper -> paper.path().size() > 1);
    return one ? tops.getFirst() : List.of();
  }

  /** The entry of the case file. */
  Optional<ZipEntry> caseFile() {
    List<ZipEntry> found = named(CASE_FILE);
    if (found.size() > 1) {
      throw new UploadRefusedException(
          new Rejection(
              Code.SCHEMA_VIOLATION,
              "The archive has more than one case.json. Pack it with one and send it again."));
    }
    found.forEach(entry -> used.add(entry.number()));
    return found.stream().findFirst();
  }

  /** Files that neither are the case file nor are named by it. */
  List<ZipEntry> others() {
    return papers.stream().filter(entry -> !used.contains(entry.number())).toList();
  }

  @Override
  public Optional<String> wrong(String file) {
    List<ZipEntry> found = named(file);
    if (found.size() != 1) {
      return Optional.of(
          found.isEmpty()
              ? "the archive has no file of this name; give its path from where case.json lies"
              : "the archive has more than one file of this name");
    }
    return used.add(found.getFirst().number())
        ? Optional.empty()
        : Optional.of("expected a file that no other document names");
  }

  @Override
  public SubmittedFile.Text text(String file) {
    return open.apply(named(file).getFirst());
  }

  private List<ZipEntry> named(String file) {
    List<String> path = new ArrayList<>(folder);
    path.addAll(EntryName.parts(file));
    return papers.stream().filter(entry -> entry.path().equals(path)).toList();
  }
}
