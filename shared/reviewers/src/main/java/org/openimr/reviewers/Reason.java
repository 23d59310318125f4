package org.openimr.reviewers;

/**
 * What one rule says of one candidate.
 *
 * @param met whether the rule speaks for the candidate
 * @param sentence for staff, without a name
 */
public record Reason(RuleId rule, boolean met, String sentence) {}
