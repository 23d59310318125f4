package org.openimr.guidelines.internal.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.openimr.casefile.Edition;
import org.openimr.guidelines.internal.Editions;

/** Checks what a topic's file must have as a whole, beside its expressions. */
final class TopicOutline {
  private static final List<String> NEEDED =
      List.of(
          "id",
          "title",
          "sources",
          "checked",
          "priority",
          "applies",
          "editions",
          "criteria",
          "rows",
          "missing");

  private static final Pattern MTUS =
      Pattern.compile(
          "MTUS (\\{request\\.mtusChapter\\}|[^{}]+ (19|20)\\d\\d), Section\\(s\\): [^{}]+");

  private static final Pattern OTHER =
      Pattern.compile("Non-MTUS Citation [^,{}]+, (\\{request\\.odgChapter\\}|[^,{}]+), [^{}]+");

  private static final String FORM =
      "not the form of a citation: write MTUS, chapter and year, Section(s): section; or Non-MTUS"
          + " Citation, publisher, chapter, section";

  private final SourceFile file;
  private final JsonNode topic;
  private final String folder;
  private final List<PackProblem> problems = new ArrayList<>();

  /**
   * A topic.
   *
   * @param folder its folder's name, which is its id
   */
  TopicOutline(SourceFile file, String folder) {
    this.file = file;
    this.topic = file.content();
    this.folder = folder;
  }

  List<PackProblem> problems() {
    for (String field : NEEDED) {
      if (!topic.has(field)) {
        problem("", "the topic has no " + field + ": add it");
      }
    }
    if (!topic.path("id").asText().equals(folder)) {
      problem("/id", "the id is not the folder's name: write " + folder);
    }
    editions();
    criteria();
    return problems;
  }

  private void editions() {
    var covered = new EnumMap<Edition, Integer>(Edition.class);
    JsonNode sections = topic.path("editions");
    for (int i = 0; i < sections.size(); i++) {
      String pointer = "/editions/" + i;
      citations(sections.get(i).path("citations"), pointer);
      Editions range = range(sections.get(i));
      if (range.from().compareTo(range.until()) > 0) {
        problem(pointer, "ends before it begins: put the earlier edition into from");
      }
      for (Edition edition : Edition.values()) {
        if (range.contains(edition) && covered.putIfAbsent(edition, i) != null) {
          problem(
              pointer, "edition " + edition + " is in two sections: let one of them end before");
          break;
        }
      }
    }
    gaps(covered.keySet());
  }

  /** At least one, in the form of 8 CCR 9792.21.1(d). */
  private void citations(JsonNode citations, String section) {
    if (citations.isEmpty()) {
      problem(section, "no citation: name the section that the rule paraphrases");
      return;
    }
    for (int i = 0; i < citations.size(); i++) {
      String cite = citations.get(i).path("cite").asText();
      if (!MTUS.matcher(cite).matches() && !OTHER.matcher(cite).matches()) {
        problem(section + "/citations/" + i + "/cite", FORM);
      }
    }
  }

  /** Every edition from the second one on, unless the topic says why it begins later. */
  private void gaps(Set<Edition> covered) {
    Edition from = Edition.valueOf(topic.at("/begins/from").asText(Edition.M2009.name()));
    for (Edition edition : Edition.values()) {
      if (edition.compareTo(from) >= 0 && !covered.contains(edition)) {
        problem(
            "/editions",
            "edition " + edition + " is in no section: extend one, or say in begins why not");
        return;
      }
    }
  }

  /** A criterion may stand several times for different editions, not twice for one. */
  private void criteria() {
    var seen = new HashMap<String, List<Editions>>();
    var rows = rows();
    JsonNode criteria = topic.path("criteria");
    for (int i = 0; i < criteria.size(); i++) {
      String id = criteria.get(i).path("id").asText();
      Editions range = range(criteria.get(i));
      var others = seen.computeIfAbsent(id, name -> new ArrayList<>());
      if (others.stream().anyMatch(other -> overlap(other, range))) {
        problem("/criteria/" + i, "two criteria of one edition have the id " + id + ": rename one");
      }
      others.add(range);
      boolean shown = criteria.get(i).path("shown").asBoolean();
      if (!shown && !rows.contains(id.replace('-', '_'))) {
        problem(
            "/criteria/" + i,
            "no row names " + id + ": use it in a row, say shown, or take it out");
      }
    }
  }

  /** Every word of the rows' conditions: the names of the criteria are among them. */
  private Set<String> rows() {
    var words = new HashSet<String>();
    for (JsonNode row : topic.path("rows")) {
      words.addAll(List.of(row.path("when").asText().split("[^A-Za-z0-9_]+", -1)));
    }
    return words;
  }

  private static Editions range(JsonNode node) {
    return new Editions(
        Edition.valueOf(node.path("from").asText(Edition.M2007.name())),
        Edition.valueOf(node.path("until").asText(Edition.M2021.name())));
  }

  private static boolean overlap(Editions a, Editions b) {
    return a.from().compareTo(b.until()) <= 0 && b.from().compareTo(a.until()) <= 0;
  }

  private void problem(String pointer, String message) {
    problems.add(file.problem(pointer, 0, message));
  }
}
