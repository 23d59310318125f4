/**
 * The physician reviewers: their roster, who fits a case and who has a tie to it, the explained
 * choice, the attestation before the file is seen, and the votes of several. Pure: no cloud, no
 * file, no clock. Only {@link org.openimr.reviewers.ReviewerIdentity} can hold a name.
 */
@NullMarked
package org.openimr.reviewers;

import org.jspecify.annotations.NullMarked;
