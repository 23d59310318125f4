package org.openimr.reviewers.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openimr.procedure.ContentHash;
import org.openimr.reviewers.Board;
import org.openimr.reviewers.LicenceKind;
import org.openimr.reviewers.LicenceStatus;
import org.openimr.reviewers.Link;
import org.openimr.reviewers.PartyRole;
import org.openimr.reviewers.ReviewRule;
import org.openimr.reviewers.RuleId;
import org.openimr.reviewers.Tie;

/** The rules with the limits and lists that they test. Immutable. */
public final class RuleBook {
  private static final String FILE = "rules.json";
  private static final RuleBook INSTALLED = new RuleBook(Resources.json(FILE));

  /** The ties that a rule prohibits: to a party of these roles through these links. */
  record Prohibition(
      RuleId rule, Set<PartyRole> roles, Set<Link> links, Set<PartyRole> namedRoles) {
    /** A party that is named for itself counts whatever the link says. */
    boolean covers(PartyRole role, Link link) {
      return namedRoles.contains(role) || (roles.contains(role) && links.contains(link));
    }
  }

  private final Map<RuleId, ReviewRule> rules = new EnumMap<>(RuleId.class);
  private final Map<RuleId, JsonNode> parameters = new EnumMap<>(RuleId.class);
  private final List<Prohibition> prohibitions;
  private final Set<Tie.Relation> materialRelations;
  private final Set<Tie.Relative> materialRelatives;
  private final BigDecimal materialOverPercent;
  private final String version;

  private RuleBook(JsonNode file) {
    for (JsonNode entry : file.path("rules")) {
      var id = RuleId.valueOf(entry.path("id").asText());
      rules.put(id, rule(id, entry));
      parameters.put(id, entry);
    }
    for (RuleId id : RuleId.values()) {
      if (!rules.containsKey(id)) {
        throw new IllegalStateException("the rules lack " + id);
      }
    }
    prohibitions =
        rules.keySet().stream()
            .filter(id -> parameters(id).has("roles"))
            .map(id -> prohibition(id, parameters(id)))
            .toList();
    var material = file.path("material");
    materialRelations = Resources.constants(material.path("professional"), Tie.Relation.class);
    materialRelatives = Resources.constants(material.path("familial"), Tie.Relative.class);
    materialOverPercent = new BigDecimal(material.path("financialOverPercent").asText());
    version = ContentHash.of(file + "\n" + Resources.json("fit-table.json"));
  }

  /** The rules of this module's resources. */
  public static RuleBook installed() {
    return INSTALLED;
  }

  /** All rules in their order. */
  public List<ReviewRule> rules() {
    return List.copyOf(rules.values());
  }

  /** A rule. */
  public ReviewRule rule(RuleId id) {
    var rule = rules.get(id);
    if (rule == null) {
      throw new IllegalStateException("the rules lack " + id);
    }
    return rule;
  }

  /** Hash of the rules and of the table of fit. */
  public String version() {
    return version;
  }

  List<Prohibition> prohibitions() {
    return prohibitions;
  }

  /** Whether a tie is one that the law calls material. */
  boolean material(Tie tie) {
    return switch (tie) {
      case Tie.Professional(var relation) -> materialRelations.contains(relation);
      case Tie.Familial(var relative) -> materialRelatives.contains(relative);
      case Tie.Financial(var percent) -> percent.compareTo(materialOverPercent) > 0;
    };
  }

  int moreThanYears() {
    return parameters(RuleId.ACTIVE_PRACTICE).path("moreThanYears").intValue();
  }

  int atLeastHours() {
    return parameters(RuleId.WEEKLY_HOURS).path("atLeastHours").intValue();
  }

  Set<LicenceKind> certifiedKinds() {
    return Resources.constants(parameters(RuleId.CERTIFICATION).path("kinds"), LicenceKind.class);
  }

  Set<Board> recognizedBoards() {
    return Resources.constants(parameters(RuleId.CERTIFICATION).path("boards"), Board.class);
  }

  Set<LicenceStatus> sanctions() {
    return Resources.constants(
        parameters(RuleId.NO_DISCIPLINE).path("statuses"), LicenceStatus.class);
  }

  private JsonNode parameters(RuleId id) {
    var entry = parameters.get(id);
    if (entry == null) {
      throw new IllegalStateException("the rules lack " + id);
    }
    return entry;
  }

  private static ReviewRule rule(RuleId id, JsonNode entry) {
    var source = entry.path("source");
    return new ReviewRule(
        id,
        entry.path("statement").asText(),
        entry.path("passedOver").asText(),
        Optional.of(entry.path("from").asText()).filter(d -> !d.isEmpty()).map(LocalDate::parse),
        new ReviewRule.Source(
            ReviewRule.Basis.valueOf(source.path("basis").asText()),
            source.path("citation").asText(),
            source.path("verified").booleanValue(),
            source.path("note").asText()));
  }

  private static Prohibition prohibition(RuleId id, JsonNode entry) {
    return new Prohibition(
        id,
        Resources.constants(entry.path("roles"), PartyRole.class),
        Resources.constants(entry.path("links"), Link.class),
        Resources.constants(entry.path("namedRoles"), PartyRole.class));
  }
}
