package org.openimr.reading.internal.papers;

import java.util.List;
import org.openimr.casefile.CaseFields;
import org.openimr.casefile.DisputedItem;

/** The items of a case file in JSON, brought to the form in which papers are read. Immutable. */
public final class GivenItems {
  private final Citations citations;

  /** With the splitter of guideline fields. */
  public GivenItems(Citations citations) {
    this.citations = citations;
  }

  /** The same fields; a guideline field that holds several citations becomes one each. */
  public CaseFields withSplitCitations(CaseFields fields) {
    return CaseFieldsCopy.withItems(
        fields, fields.disputedItems().stream().map(this::split).toList());
  }

  private DisputedItem split(DisputedItem item) {
    List<String> guidelines =
        item.urGuidelines().stream().flatMap(field -> citations.of(field).stream()).toList();
    return item.citing(guidelines);
  }
}
