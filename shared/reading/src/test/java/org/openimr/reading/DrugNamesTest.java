package org.openimr.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DrugNamesTest {
  private static final Map<String, String> RX_NORM = DrugNames.rxNorm();

  @Test
  void givesIngredientsTheirIdentifierInRxNorm() {
    assertEquals(
        List.of("5489", "161", "21949", "7242"),
        List.of("hydrocodone", "acetaminophen", "cyclobenzaprine", "naloxone").stream()
            .map(RX_NORM::get)
            .toList());
  }

  @Test
  void givesNoTwoIngredientsOneIdentifier() {
    assertEquals(RX_NORM.size(), new TreeSet<>(RX_NORM.values()).size());
  }

  @Test
  void identifiesByNumbersOnly() {
    assertEquals(
        List.of(), RX_NORM.values().stream().filter(id -> !id.matches("[1-9]\\d{1,7}")).toList());
  }
}
