package org.openimr.reading.internal.treatment;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.TreatmentCategory;
import org.openimr.reading.internal.flow.LiteralFinder;
import org.openimr.reading.internal.flow.LiteralFinder.Hit;
import org.openimr.reading.internal.flow.Numbers;

/** Finds drug products, with ingredients and strengths, in folded text. Safe for threads. */
public final class DrugFinder {
  /** How far after its name a product's strength and form may stand. */
  private static final int TAIL = 60;

  /** How far before its first part the form of a mixture may stand. */
  private static final int HEAD = 40;

  private static final Pattern STRENGTH =
      Pattern.compile(
          "^[ (),:]*(?:(?:hcl|hydrochloride|bitartrate|sulfate|sodium|potassium|citrate|er|ir|xr|cr"
              + "|sr|ds|dr|ec|xl|la|tablets?|tabs?|capsules?|caps?|patch(?:es)?|transdermal|oral"
              + "|gel|cream|ointment|topical|lotion|solution)\\b[ (,)]*)*"
              + "(\\d+(?:\\.\\d+)?)(?: ?(mg|mcg|%))?"
              + "(?: ?[/-] ?(\\d+(?:\\.\\d+)?)(?: ?(?:mg|mcg))?)?"
              + "(?: ?[/-] ?(\\d+(?:\\.\\d+)?)(?: ?mg)?)?(?: ?(mg|mcg))?");

  /** "Robaxin-750": the strength is part of the name. */
  private static final Pattern STRENGTH_IN_NAME = Pattern.compile("^-(\\d{2,4})\\b");

  private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?) ?%");

  private static final Pattern JOINS_COMPOUND =
      Pattern.compile("^\\)?[ (]*[\\d.]+ ?%\\)?(?: ?[/+&,-] ?| and |, and | )$");

  private static final Pattern MIXTURE =
      Pattern.compile("(?:\\(|:|containing|consisting of|with|composed of) ?$");

  private static final Pattern JOINS_LIST = Pattern.compile("^(?:, ?(?:and )?| and |; ?)$");

  private static final Pattern JOINS_PRODUCT = Pattern.compile("^ ?[/+-] ?$");

  private final DrugVocabulary vocabulary = new DrugVocabulary();
  private final List<String> literals = vocabulary.literals();
  private final LiteralFinder finder = new LiteralFinder(literals);
  private final List<String> formWords = new ArrayList<>(vocabulary.forms().keySet());
  private final LiteralFinder forms = new LiteralFinder(formWords);

  /** The products that a text names, from left to right. */
  public List<DrugProduct> find(String folded) {
    List<Hit> hits = finder.longest(folded);
    var products = new ArrayList<DrugProduct>();
    for (int i = 0; i < hits.size(); ) {
      int end = i + 1;
      boolean mixture = ofMixture(folded, hits.get(i).from());
      while (end < hits.size()
          && (joined(folded, hits.get(end - 1), hits.get(end))
              || (mixture && listed(folded, hits.get(end - 1), hits.get(end))))) {
        end++;
      }
      int limit = end < hits.size() ? hits.get(end).from() : folded.length();
      products.add(product(folded, hits.subList(i, end), limit));
      i = end;
    }
    return products;
  }

  /** Morphine equivalents of a daily amount of an ingredient, where it has a factor. */
  public Optional<BigDecimal> morphineEquivalent(String ingredient, BigDecimal dailyMg) {
    return vocabulary.morphineEquivalent(ingredient, dailyMg);
  }

  private DrugVocabulary.Name name(Hit hit) {
    return java.util.Objects.requireNonNull(vocabulary.names().get(literals.get(hit.literal())));
  }

  /** "FCL cream (flurbiprofen, ...": what stands in the brackets is one product for the skin. */
  private boolean ofMixture(String text, int from) {
    String head = text.substring(Math.max(0, from - HEAD), from);
    return MIXTURE.matcher(head).find()
        && vocabulary.topicalForms().stream().anyMatch(head::contains);
  }

  private boolean listed(String text, Hit before, Hit hit) {
    return JOINS_LIST.matches(text.substring(before.to(), hit.from()))
        && name(before).brand().isEmpty()
        && name(hit).brand().isEmpty();
  }

  private boolean joined(String text, Hit before, Hit hit) {
    String gap = text.substring(before.to(), hit.from());
    if (JOINS_PRODUCT.matches(gap) || (gap.indexOf('%') > 0 && JOINS_COMPOUND.matches(gap))) {
      return true;
    }
    var first = name(before);
    var second = name(hit);
    boolean sameInBrackets =
        gap.strip().equals("(") && second.ingredients().containsAll(first.ingredients());
    boolean withAcetaminophen =
        (gap.equals(" and ") || gap.equals(" with "))
            && first.category() == TreatmentCategory.OPIOID
            && !first.ingredients().contains("acetaminophen")
            && second.ingredients().equals(List.of("acetaminophen"));
    return sameInBrackets || withAcetaminophen;
  }

  private DrugProduct product(String text, List<Hit> hits, int limit) {
    var ingredients = new LinkedHashSet<String>();
    Optional<String> brand = Optional.empty();
    for (Hit hit : hits) {
      ingredients.addAll(name(hit).ingredients());
      brand = brand.isPresent() ? brand : name(hit).brand();
    }
    Hit last = hits.getLast();
    String tail = text.substring(last.to(), Math.min(limit, last.to() + TAIL));
    Matcher strength = STRENGTH.matcher(tail);
    var strengths = new ArrayList<BigDecimal>();
    int to = last.to();
    Matcher inName = STRENGTH_IN_NAME.matcher(tail);
    if (strength.find() && !"%".equals(strength.group(2)) && isStrength(strength)) {
      strengths(strength, strengths);
      to += strength.end();
    } else if (inName.find()) {
      Numbers.read(inName.group(1)).ifPresent(strengths::add);
      to += inName.end();
    }
    return new DrugProduct(
        category(text, hits, List.copyOf(ingredients), brand, tail),
        List.copyOf(ingredients),
        brand,
        strengths,
        percents(text, hits, limit),
        form(tail),
        hits.getFirst().from(),
        to);
  }

  /** Of each name of a product on the skin the part of a hundred that stands after it. */
  private static List<BigDecimal> percents(String text, List<Hit> hits, int limit) {
    var percents = new ArrayList<BigDecimal>();
    for (int i = 0; i < hits.size(); i++) {
      int from = hits.get(i).to();
      int next = i + 1 < hits.size() ? hits.get(i + 1).from() : limit;
      Matcher percent = PERCENT.matcher(text.substring(from, Math.min(next, from + TAIL)));
      if (percent.find()) {
        Numbers.read(percent.group(1)).ifPresent(percents::add);
      }
    }
    return percents;
  }

  /** A bare figure is no strength; "10/325" and "10 mg" are. */
  private static boolean isStrength(Matcher match) {
    return match.group(2) != null || match.group(3) != null || match.group(5) != null;
  }

  private static void strengths(Matcher match, List<BigDecimal> strengths) {
    boolean micrograms = "mcg".equals(match.group(2)) || "mcg".equals(match.group(5));
    for (int group : new int[] {1, 3, 4}) {
      String figures = match.group(group);
      if (figures != null) {
        Numbers.read(figures)
            .map(n -> Numbers.plain(micrograms ? n.movePointLeft(3) : n))
            .ifPresent(strengths::add);
      }
    }
  }

  private TreatmentCategory category(
      String text, List<Hit> hits, List<String> ingredients, Optional<String> brand, String tail) {
    var own = name(hits.getFirst()).category();
    boolean branded = brand.isPresent() && own == TreatmentCategory.TOPICAL;
    boolean shares = text.startsWith("%", percentAt(text, hits.getFirst().to()));
    // Shares of a mixture make it a compound whatever is in it; a patch of one opioid is an opioid.
    if (shares && ingredients.size() > 1 && !branded) {
      return TreatmentCategory.COMPOUND;
    }
    boolean skin =
        own == TreatmentCategory.TOPICAL
            || shares
            || (hits.size() > 1 && ofMixture(text, hits.getFirst().from()))
            || vocabulary.topicalForms().stream().anyMatch(tail::contains);
    boolean opioid =
        ingredients.stream().anyMatch(i -> vocabulary.category(i) == TreatmentCategory.OPIOID);
    if (skin && !opioid) {
      boolean several = hits.size() > 1 && ingredients.size() > 1 && !branded;
      return several ? TreatmentCategory.COMPOUND : TreatmentCategory.TOPICAL;
    }
    return opioid ? TreatmentCategory.OPIOID : own;
  }

  private static int percentAt(String text, int from) {
    int at = from;
    while (at < text.length() && " .0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private Optional<String> form(String tail) {
    return forms.longest(tail).stream()
        .map(h -> formWords.get(h.literal()))
        .findFirst()
        .map(w -> vocabulary.forms().get(w));
  }
}
