package org.openimr.procedure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.procedure.internal.Rows;

/**
 * What a delay costs by the schedule of administrative penalties (8 CCR 9792.12), in dollars: so
 * much for each calendar day after the due date, up to a limit. The administrative director sets
 * penalties; this is what the schedule allows.
 */
public enum LatePenalty {
  LATE_RECORDS,
  LATE_IMPLEMENTATION;

  private static final Map<LatePenalty, Tariff> TARIFFS = read();

  private record Tariff(int dollarsPerDay, int limit) {}

  /** The amount for something that was due on a day and came on another. */
  public int dollars(LocalDate due, LocalDate came) {
    var tariff =
        Optional.ofNullable(TARIFFS.get(this))
            .orElseThrow(() -> new IllegalStateException("penalties.txt lacks " + this));
    long days = Math.max(0, ChronoUnit.DAYS.between(due, came));
    return (int) Math.min(tariff.limit, days * tariff.dollarsPerDay);
  }

  private static Map<LatePenalty, Tariff> read() {
    var tariffs = new EnumMap<LatePenalty, Tariff>(LatePenalty.class);
    for (List<String> row : Rows.of("penalties.txt", 5)) {
      Rows.verified(row.get(4));
      tariffs.put(
          valueOf(row.get(0)),
          new Tariff(Integer.parseInt(row.get(1)), Integer.parseInt(row.get(2))));
    }
    return tariffs;
  }
}
