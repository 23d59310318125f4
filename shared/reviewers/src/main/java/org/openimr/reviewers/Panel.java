package org.openimr.reviewers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.casefile.Adoption;
import org.openimr.casefile.Code;
import org.openimr.casefile.Evaluation;
import org.openimr.casefile.ItemEvaluation;
import org.openimr.casefile.ItemReview;
import org.openimr.casefile.Outcome;

/**
 * The reviewers of a case, one as a rule, who together adopt a determination.
 *
 * @param members in the order of their pseudonyms, each once
 * @param approval needed for more than one
 */
public record Panel(List<Member> members, Optional<WrittenApproval> approval) {
  /** Copies the list. */
  public Panel {
    members = List.copyOf(members);
  }

  /**
   * A reviewer with what he or she has decided.
   *
   * @param credentials as the roster has them
   * @param reviews of items, each item once
   */
  public record Member(Pseudonym reviewer, Credentials credentials, List<ItemReview> reviews) {
    /** Copies the list. */
    public Member {
      reviews = List.copyOf(reviews);
    }

    private Optional<ItemReview> review(int number) {
      return reviews.stream().filter(review -> review.number() == number).findFirst();
    }
  }

  /**
   * What they adopt; refused while a reviewer has left an item out, or may not decide.
   *
   * @param caseFile hash of the case file under review
   * @param hash of the evaluation
   * @param day of the adoption
   */
  public Outcome<Adoption> adopt(
      String caseFile, String hash, Evaluation evaluation, LocalDate day) {
    for (Member member : members) {
      for (ItemEvaluation item : evaluation.items()) {
        if (member.review(item.number()).isEmpty()) {
          return Outcome.rejected(
              Code.REVIEW_MISSING,
              "Item " + item.number() + " is not reviewed by each reviewer of the case.");
        }
      }
      if (member.credentials().licences().stream().noneMatch(licence -> licence.countsOn(day))) {
        return Outcome.rejected(
            Code.NO_CURRENT_LICENCE,
            "A reviewer of the case has no licence that counts today. Staff must renew it on the"
                + " roster, or assign another reviewer.");
      }
    }
    return results(evaluation, day)
        .then(
            results ->
                Outcome.accepted(
                    new Adoption(
                        caseFile,
                        hash,
                        evaluation.rulePackVersion(),
                        day,
                        members.stream().map(member -> analysis(member, evaluation, day)).toList(),
                        results)));
  }

  private Outcome<List<Adoption.Result>> results(Evaluation evaluation, LocalDate day) {
    var results = new ArrayList<Adoption.Result>();
    for (ItemEvaluation item : evaluation.items()) {
      var votes =
          members.stream()
              .flatMap(
                  member ->
                      member.review(item.number()).stream()
                          .map(review -> new Vote(member.reviewer(), review.decision())))
              .toList();
      switch (PanelDecision.of(votes, approval, day)) {
        case Outcome.Accepted<PanelDecision>(PanelDecision decided) ->
            results.add(
                new Adoption.Result(item.number(), decided.decision(), decided.evenSplit()));
        case Outcome.Rejected<PanelDecision>(var why) -> {
          return Outcome.rejected(why.code(), why.detail());
        }
      }
    }
    return Outcome.accepted(List.copyOf(results));
  }

  private static Adoption.Analysis analysis(Member member, Evaluation evaluation, LocalDate day) {
    return new Adoption.Analysis(
        member.credentials().statedOn(day),
        evaluation.items().stream()
            .flatMap(item -> member.review(item.number()).stream())
            .toList());
  }
}
