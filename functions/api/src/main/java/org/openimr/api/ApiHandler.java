package org.openimr.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openimr.api.internal.http.GatewayForm;
import org.openimr.api.internal.routes.Api;
import org.openimr.casefile.Code;
import org.openimr.records.Backend;
import org.openimr.records.CloudFault;
import org.openimr.records.Journal;

/**
 * Lambda {@code api}: a request of the HTTP API. A service that does not answer becomes a 503 that
 * asks to repeat; a defect is thrown, and the gateway answers 500 without a word of it.
 */
public final class ApiHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final Api api;
  private final Journal journal;

  /** As Lambda makes it: by the function's environment. */
  public ApiHandler() {
    this(
        Backend.aws(System.getenv()),
        ApiKeys.of(System.getenv()),
        Optional.ofNullable(System.getenv("ORGANIZATION_CONTACT")).filter(text -> !text.isBlank()),
        InstantSource.system(),
        Journal.of("api", InstantSource.system(), System.out));
  }

  /** With a table and buckets of any kind; letters do not tell how to reach the organization. */
  public ApiHandler(Backend backend, ApiKeys keys, InstantSource clock, Journal journal) {
    this(backend, keys, Optional.empty(), clock, journal);
  }

  private ApiHandler(
      Backend backend,
      ApiKeys keys,
      Optional<String> contact,
      InstantSource clock,
      Journal journal) {
    this.api = Wiring.api(backend, keys, contact, clock);
    this.journal = journal;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(
      APIGatewayV2HTTPEvent event, @Nullable Context context) {
    var request = GatewayForm.request(event);
    Api.Answer answer;
    try {
      answer = api.answer(request);
    } catch (CloudFault fault) {
      journal.note(Journal.Entry.of(fault));
      answer = api.problem(Code.SERVICE_UNAVAILABLE, "Repeat the request later.", request);
    }
    answer.problem().ifPresent(code -> journal.note(Journal.Entry.refused(request.id(), code)));
    return GatewayForm.response(answer.response());
  }
}
