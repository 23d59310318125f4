package org.openimr.guidelines.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openimr.casefile.Edition;
import org.openimr.casefile.TreatmentCategory;

/**
 * The topic that decides an item.
 *
 * @param guideline what it says in the edition; empty where no topic reaches the item
 * @param reason why it was chosen, or why none was
 */
public record TopicChoice(
    Optional<Topic> topic, Optional<Topic.Guideline> guideline, String reason) {
  /** Whether the same rule was chosen, for whatever reason. */
  boolean same(TopicChoice other) {
    return topic.equals(other.topic) && guideline.equals(other.guideline);
  }

  /**
   * The first topic, by priority, whose conditions all hold.
   *
   * @param category of the request
   * @param values of the request and the facts, with what follows from them
   */
  public static TopicChoice choose(
      List<Topic> topics, TreatmentCategory category, Edition edition, Values values) {
    var near = new ArrayList<String>();
    for (Topic topic : topics) {
      if (!topic.categories().contains(category)
          || !topic.applies().when().evaluate(values).isTrue()) {
        continue;
      }
      var guideline = Optional.ofNullable(topic.guidelines().get(edition));
      if (guideline.isEmpty()) {
        near.add("The topic \"" + topic.title() + "\" does not hold edition " + edition + ".");
        continue;
      }
      var failed =
          guideline.get().requires().stream()
              .filter(reach -> !reach.when().evaluate(values).isTrue())
              .findFirst();
      if (failed.isEmpty()) {
        return new TopicChoice(Optional.of(topic), guideline, reason(topic, guideline.get()));
      }
      near.add(topic.applies().reason() + " " + failed.get().otherwise());
    }
    String reason = near.isEmpty() ? "No guideline topic covers this request." : near.getFirst();
    return new TopicChoice(Optional.empty(), Optional.empty(), reason);
  }

  /** Of a case without any date. */
  static TopicChoice withoutDate() {
    return new TopicChoice(
        Optional.empty(), Optional.empty(), "No date of the case says which edition is in force.");
  }

  private static String reason(Topic topic, Topic.Guideline guideline) {
    return String.join(
        " ",
        Stream.concat(Stream.of(topic.applies()), guideline.requires().stream())
            .map(Topic.Reach::reason)
            .toList());
  }
}
