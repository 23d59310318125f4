package org.openimr.procedure.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.openimr.casefile.DisputedItem;
import org.openimr.casefile.FieldConflict;
import org.openimr.casefile.FieldSource;
import org.openimr.casefile.SourcedFields;
import org.openimr.casefile.UtilizationDecision;

/**
 * The items under review: those of the most trusted statement that names any, completed item by
 * item from the others. An application or a case.json lists what is disputed; where only the
 * utilization review does, every letter's items count that it did not approve; of several requests
 * for authorization, the last.
 */
final class ItemMerge {
  private ItemMerge() {}

  static List<DisputedItem> of(List<SourcedFields> statements, List<FieldConflict> conflicts) {
    var naming =
        statements.stream().filter(said -> !said.fields().disputedItems().isEmpty()).toList();
    var source = naming.stream().map(SourcedFields::source).findFirst();
    if (source.isEmpty()) {
      return List.of();
    }
    var leading = naming.stream().filter(said -> said.source() == source.get()).toList();
    var items = chosen(source.get(), leading);
    var completed = new ArrayList<Completed>();
    items.forEach(item -> completed.add(new Completed(item, source.get())));
    for (SourcedFields said : naming) {
      var theirs = said.fields().disputedItems();
      Likeness.pairs(items, theirs)
          .forEach((mine, other) -> completed.get(mine).add(theirs.get(other), said.source()));
    }
    var merged = new ArrayList<DisputedItem>();
    for (int i = 0; i < completed.size(); i++) {
      merged.add(completed.get(i).item("disputedItems[" + i + "].", conflicts));
    }
    return merged;
  }

  private static List<DisputedItem> chosen(FieldSource source, List<SourcedFields> leading) {
    return switch (source) {
      case CASE_JSON, APPLICATION, RECORDS -> leading.getFirst().fields().disputedItems();
      case REQUEST_FOR_AUTHORIZATION -> latest(leading).fields().disputedItems();
      case UTILIZATION_REVIEW -> notApproved(leading);
    };
  }

  private static SourcedFields latest(List<SourcedFields> requests) {
    return requests.stream()
        .max(
            Comparator.comparing(
                    (SourcedFields said) -> said.fields().requestDate().orElse(LocalDate.MIN))
                .thenComparing(SourcedFields::hash, Comparator.reverseOrder()))
        .orElseThrow();
  }

  private static List<DisputedItem> notApproved(List<SourcedFields> letters) {
    var items = new ArrayList<DisputedItem>();
    for (SourcedFields letter : letters) {
      var denied =
          letter.fields().disputedItems().stream()
              .filter(
                  item -> item.urDecision().filter(UtilizationDecision.APPROVED::equals).isEmpty())
              .toList();
      var known = Likeness.pairs(items, denied).values();
      for (int i = 0; i < denied.size(); i++) {
        if (!known.contains(i)) {
          items.add(denied.get(i));
        }
      }
    }
    return items;
  }

  /** An item with what every statement says of it, the most trusted first. */
  private static final class Completed {
    private final DisputedItem item;
    private final List<Statement> statements = new ArrayList<>();

    private record Statement(DisputedItem item, FieldSource source) {}

    Completed(DisputedItem item, FieldSource source) {
      this.item = item;
      statements.add(new Statement(item, source));
    }

    void add(DisputedItem other, FieldSource source) {
      statements.add(new Statement(other, source));
    }

    DisputedItem item(String path, List<FieldConflict> conflicts) {
      return new DisputedItem(
          item.description(),
          pick(path + "urDecision", DisputedItem::urDecision, conflicts),
          guidelines(),
          pick(path + "urCertifiedQuantity", DisputedItem::urCertifiedQuantity, conflicts),
          pick(path + "serviceDate", DisputedItem::serviceDate, conflicts));
    }

    private List<String> guidelines() {
      return statements.stream()
          .map(statement -> statement.item.urGuidelines())
          .filter(cited -> !cited.isEmpty())
          .findFirst()
          .orElse(List.of());
    }

    private <T> Optional<T> pick(
        String name, Function<DisputedItem, Optional<T>> field, List<FieldConflict> conflicts) {
      Optional<T> taken = Optional.empty();
      FieldSource by = FieldSource.RECORDS;
      for (Statement statement : statements) {
        var value = field.apply(statement.item);
        if (value.isPresent() && taken.isEmpty()) {
          taken = value;
          by = statement.source;
        } else if (value.isPresent() && !alike(value.get(), taken.orElseThrow())) {
          conflicts.add(new FieldConflict(name, by, statement.source, value.get().toString()));
        }
      }
      return taken;
    }

    /** Quantities are equal where their numbers are: 6 is 6.0. */
    private static boolean alike(Object one, Object other) {
      if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
        return a.compareTo(b) == 0;
      }
      return one.equals(other);
    }
  }
}
