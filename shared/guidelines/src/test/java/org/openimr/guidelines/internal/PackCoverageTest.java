package org.openimr.guidelines.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openimr.casefile.Edition;
import org.openimr.casefile.Region;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.reading.TreatmentReader;

/** The installed topics against the domain brief: tables, editions, citations, categories. */
class PackCoverageTest {
  private static final int TABLES = 71;
  private static final RulePack PACK = TestPack.pack();

  /** 8 CCR 9792.21.1(d): title and year, chapter and section; or publisher, chapter and section. */
  private static final Pattern CITATION =
      Pattern.compile(
          "MTUS [^{}]+ (19|20)\\d\\d, Section\\(s\\): [^{}]+|Non-MTUS Citation [^,{}]+, [^,{}]+, [^{}]+");

  /** What begins later than the edition of 2009, with the reason in the topic's file. */
  private static final Map<String, Edition> LATER =
      Map.of("naloxone", Edition.M2016, "opioids-subacute", Edition.M2016);

  /** Kinds of requests that no table reaches. */
  private static final Set<TreatmentCategory> IN_NO_TABLE = EnumSet.of(TreatmentCategory.UNKNOWN);

  @Test
  void everyTableIsASourceOfATopic() {
    var sources = new TreeSet<String>();
    PACK.topics().forEach(topic -> sources.addAll(topic.sources()));
    List<String> missing =
        IntStream.rangeClosed(1, TABLES)
            .mapToObj("G-%02d"::formatted)
            .filter(table -> !sources.contains(table))
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void everyTopicHoldsEveryEditionWithoutAGap() {
    var gaps = new TreeMap<String, List<Edition>>();
    for (Topic topic : PACK.topics()) {
      Edition from = LATER.getOrDefault(topic.id(), Edition.M2009);
      List<Edition> absent =
          Arrays.stream(Edition.values())
              .filter(e -> e.compareTo(from) >= 0 && !topic.guidelines().containsKey(e))
              .toList();
      if (!absent.isEmpty()) {
        gaps.put(topic.id(), absent);
      }
    }
    assertEquals(Map.of(), gaps);
  }

  @Test
  void noTopicClaimsThatAPhysicianCheckedIt() {
    assertEquals(List.of(), PACK.topics().stream().filter(Topic::checked).map(Topic::id).toList());
  }

  @Test
  void everyCitationIsInTheRequiredFormForEveryPartOfTheBody() {
    var variables = new RequestVariables(PACK);
    var wrong = new ArrayList<String>();
    for (Region region : Region.values()) {
      var request = new TreatmentReader().read("").about(List.of(region), Optional.empty());
      for (Edition edition : Edition.values()) {
        Values values = variables.of(request, Optional.of(400L), Optional.of(edition));
        for (Topic topic : PACK.topics()) {
          Optional.ofNullable(topic.guidelines().get(edition)).stream()
              .flatMap(guideline -> guideline.citations(values).stream())
              .filter(cite -> !CITATION.matcher(cite).matches())
              .forEach(cite -> wrong.add(topic.id() + " " + edition + " " + region + ": " + cite));
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void everyKindOfRequestHasATopic() {
    var reached = EnumSet.copyOf(IN_NO_TABLE);
    PACK.topics().forEach(topic -> reached.addAll(topic.categories()));
    assertEquals(EnumSet.allOf(TreatmentCategory.class), reached);
  }

  /** */
  @Test
  void refusalsOfDrugsThatMustNotStopAtOnceAdviseATaper() {
    assertEquals(
        Set.of(
            "baclofen",
            "benzodiazepines",
            "buprenorphine",
            "carisoprodol",
            "opioids-acute",
            "opioids-continued",
            "opioids-start",
            "opioids-subacute"),
        new TreeSet<>(PACK.topics().stream().filter(Topic::taper).map(Topic::id).toList()));
  }
}
