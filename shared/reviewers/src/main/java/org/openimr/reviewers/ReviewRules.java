package org.openimr.reviewers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openimr.reviewers.internal.RuleBook;

/** The installed rules, and their sentences about a candidate. Immutable. */
public final class ReviewRules {
  private final RuleBook book;

  private ReviewRules(RuleBook book) {
    this.book = book;
  }

  /** The rules of this module's resources. */
  public static ReviewRules installed() {
    return new ReviewRules(RuleBook.installed());
  }

  /** All rules in their order. */
  public List<ReviewRule> all() {
    return book.rules();
  }

  /** A rule. */
  public ReviewRule rule(RuleId id) {
    return book.rule(id);
  }

  /**
   * Why a candidate was taken or passed over, a reason for each rule that was looked at: the rules
   * that rank are looked at only for those who fit.
   *
   * @param on the day of the assignment
   */
  public List<Reason> reasons(Assessment candidate, LocalDate on) {
    boolean fits = candidate.standing() != Assessment.Standing.PASSED_OVER;
    var reasons = new ArrayList<Reason>();
    for (ReviewRule rule : all()) {
      if (rule.countsOn(on) && (fits || rule.id().group() != RuleId.Group.RANK)) {
        reasons.add(reason(rule, candidate));
      }
    }
    return List.copyOf(reasons);
  }

  private static Reason reason(ReviewRule rule, Assessment candidate) {
    boolean against = candidate.against().contains(rule.id());
    boolean behind = candidate.rankedBy().filter(rule.id()::equals).isPresent();
    return against || behind
        ? new Reason(rule.id(), false, filled(rule, candidate))
        : new Reason(rule.id(), true, rule.statement());
  }

  private static String filled(ReviewRule rule, Assessment candidate) {
    String items =
        candidate.items().getOrDefault(rule.id(), List.of()).stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    String ties =
        candidate.ties().stream()
            .filter(tie -> tie.rule() == rule.id())
            .map(ReviewRules::words)
            .distinct()
            .collect(Collectors.joining("; "));
    return rule.passedOver().replace("{items}", items).replace("{ties}", ties);
  }

  private static String words(TieFound tie) {
    String through = tie.link() == Link.THE_PARTY ? "" : " through " + words(tie.link());
    return words(tie.nature()) + ", to the " + words(tie.role()) + through;
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
