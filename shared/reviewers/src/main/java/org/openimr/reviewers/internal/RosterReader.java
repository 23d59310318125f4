package org.openimr.reviewers.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openimr.casefile.Code;
import org.openimr.reviewers.Credentials;
import org.openimr.reviewers.ImportProblem;
import org.openimr.reviewers.LicenceNumber;
import org.openimr.reviewers.Pseudonym;
import org.openimr.reviewers.ReviewerIdentity;
import org.openimr.reviewers.RosterCsv;

/** Reads one roster, line by line. For one file and one thread. */
public final class RosterReader {
  private final LocalDate today;
  private final Map<LicenceNumber, Pseudonym> holders = new HashMap<>();
  private final Set<Pseudonym> read = new HashSet<>();
  private final List<ReviewerIdentity> identities = new ArrayList<>();
  private final List<Credentials> credentials = new ArrayList<>();
  private final List<ImportProblem> problems = new ArrayList<>();

  /** A reader that knows who is on the roster already. */
  public RosterReader(Collection<ReviewerIdentity> known, LocalDate today) {
    this.today = today;
    known.forEach(this::hold);
  }

  /** What the file holds. */
  public RosterCsv.Imported read(String csv) {
    if (csv.length() > RosterCsv.MAX_CHARACTERS) {
      refuse(
          1,
          Code.FILE_TOO_LARGE,
          "The file has more than "
              + RosterCsv.MAX_CHARACTERS
              + " characters. Divide it into several.");
    } else if (csv.isBlank()) {
      refuse(1, Code.EMPTY_FILE, "The file is empty. Send a roster with a first line of columns.");
    } else {
      readRecords(csv);
    }
    return new RosterCsv.Imported(identities, credentials, problems);
  }

  private void readRecords(String csv) {
    long line = 1;
    try {
      var records = records(csv);
      var header = header(records.next());
      while (header.isPresent() && records.hasNext()) {
        var row = records.next();
        line = row.getStartingLineNumber();
        readLine(header.get(), row);
      }
    } catch (CsvParseException broken) {
      refuse(
          line,
          Code.SCHEMA_VIOLATION,
          "After this line the text is not CSV, and nothing of it was read. Look for a quotation"
              + " mark inside of a cell and write it twice.");
    }
  }

  /** The number of cells is checked here, where the line can be named. */
  private static Iterator<CsvRecord> records(String csv) {
    return CsvReader.builder()
        .allowExtraFields(true)
        .allowMissingFields(true)
        .skipEmptyLines(true)
        .ofCsvRecord(csv.startsWith("\uFEFF") ? csv.substring(1) : csv)
        .iterator();
  }

  /** The columns in the order of the file; empty where they are not those of a roster. */
  private Optional<List<Column>> header(CsvRecord first) {
    var columns = new ArrayList<Column>();
    for (String title : first.getFields()) {
      Column.of(title).filter(column -> !columns.contains(column)).ifPresent(columns::add);
    }
    if (columns.size() == first.getFieldCount()
        && EnumSet.allOf(Column.class).equals(Set.copyOf(columns))) {
      return Optional.of(columns);
    }
    refuse(
        first.getStartingLineNumber(),
        Code.SCHEMA_VIOLATION,
        "The first line does not name the columns of a roster. Write each of these once, with a"
            + " comma between: "
            + Column.titles()
            + ".");
    return Optional.empty();
  }

  private void readLine(List<Column> header, CsvRecord row) {
    long line = row.getStartingLineNumber();
    if (row.getFieldCount() != header.size()) {
      refuse(
          line,
          Code.SCHEMA_VIOLATION,
          "The line has "
              + row.getFieldCount()
              + " cells and the first line "
              + header.size()
              + ". Put a cell with a comma between quotation marks.");
      return;
    }
    var texts = new EnumMap<Column, String>(Column.class);
    for (int i = 0; i < header.size(); i++) {
      texts.put(header.get(i), row.getField(i));
    }
    var cells = new Cells(line, texts);
    var reviewer = new RosterLine(cells, today).read();
    reviewer.ifPresent(found -> refuseDuplicates(cells, found.identity()));
    problems.addAll(cells.problems());
    if (reviewer.isPresent() && cells.problems().isEmpty()) {
      take(reviewer.get());
    }
  }

  private void refuseDuplicates(Cells cells, ReviewerIdentity identity) {
    if (read.contains(identity.pseudonym())) {
      cells.problem(
          Column.PSEUDONYM,
          Code.DUPLICATE_REVIEWER,
          "The pseudonym stands on an earlier line. Leave one line a reviewer.");
    }
    for (LicenceNumber number : identity.licenceNumbers()) {
      var holder = holders.getOrDefault(number, identity.pseudonym());
      if (!holder.equals(identity.pseudonym())) {
        cells.problem(
            Column.LICENCES,
            Code.DUPLICATE_REVIEWER,
            "A licence of this line is "
                + holder
                + "'s. One of the two lines is wrong, or both are the same reviewer.");
      }
    }
  }

  private void take(RosterLine.Reviewer reviewer) {
    read.add(reviewer.identity().pseudonym());
    hold(reviewer.identity());
    identities.add(reviewer.identity());
    credentials.add(reviewer.credentials());
  }

  private void hold(ReviewerIdentity identity) {
    identity.licenceNumbers().forEach(number -> holders.put(number, identity.pseudonym()));
  }

  private void refuse(long line, Code code, String sentence) {
    problems.add(new ImportProblem(line, "", code, sentence));
  }
}
