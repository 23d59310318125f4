package org.openimr.local;

import java.util.Optional;
import org.openimr.casefile.Decision;
import org.openimr.casefile.TreatmentCategory;

/** One item of a replayed letter: what was published and what is proposed blind. */
record ReplayRow(
    String caseNumber,
    int item,
    String description,
    Decision published,
    Decision proposed,
    TreatmentCategory category,
    Optional<String> topic) {}
