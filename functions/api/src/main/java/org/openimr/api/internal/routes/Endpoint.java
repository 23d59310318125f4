package org.openimr.api.internal.routes;

import org.openimr.api.internal.http.Response;
import org.openimr.casefile.Outcome;

/** What an operation does. */
@FunctionalInterface
public interface Endpoint {
  /** The answer to a call, or why there is none. */
  Outcome<Response> answer(Call call);
}
