package org.openimr.reading.internal.treatment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.casefile.Unit;
import org.openimr.reading.internal.flow.DataFile;
import org.openimr.reading.internal.flow.LiteralFinder;

/** Finds what else than drugs a text asks for. Immutable, safe for threads. */
final class ServiceFinder {
  /** A service, what a bare count of it counts, and where it is named. */
  record Service(String topic, TreatmentCategory category, Unit unit, int from, int to) {}

  private final List<Service> services = new ArrayList<>();
  private final LiteralFinder finder;

  ServiceFinder() {
    var words = new ArrayList<String>();
    JsonNode index = DataFile.read("treatment/services.json");
    for (JsonNode entry : DataFile.families("treatment/services/", index, "services")) {
      var service =
          new Service(
              entry.path("topic").asText(),
              TreatmentCategory.valueOf(entry.path("category").asText()),
              Unit.valueOf(entry.path("unit").asText()),
              0,
              0);
      for (String word : DataFile.words(entry.path("names"))) {
        words.add(word);
        services.add(service);
      }
    }
    finder = new LiteralFinder(words);
  }

  List<Service> find(CharSequence folded) {
    return finder.longest(folded).stream()
        .map(
            h -> {
              Service s = services.get(h.literal());
              return new Service(s.topic(), s.category(), s.unit(), h.from(), h.to());
            })
        .toList();
  }
}
