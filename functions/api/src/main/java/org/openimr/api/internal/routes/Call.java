package org.openimr.api.internal.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.openimr.api.internal.access.Caller;
import org.openimr.api.internal.access.CaseView;
import org.openimr.api.internal.access.Reach;
import org.openimr.api.internal.http.Parameters;
import org.openimr.api.internal.http.Request;

/**
 * A request that may be answered: its token is verified, its parameters and body are as the
 * contract has them, and its case is one that the caller reaches.
 *
 * @param view the case; empty where the operation is about none
 * @param body missing where the operation takes none
 * @param now when it came
 */
public record Call(
    Request request,
    Caller caller,
    Reach reach,
    Parameters parameters,
    Optional<CaseView> view,
    JsonNode body,
    Instant now) {
  /** The case of an operation that is about one. */
  CaseView theCase() {
    return view.orElseThrow();
  }
}
