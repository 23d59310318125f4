package org.openimr.api.internal.routes;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.openimr.api.internal.access.AccessTable;
import org.openimr.api.internal.access.Caller;
import org.openimr.api.internal.access.CaseView;
import org.openimr.api.internal.access.Gate;
import org.openimr.api.internal.access.Reach;
import org.openimr.api.internal.access.Tokens;
import org.openimr.api.internal.http.Contract;
import org.openimr.api.internal.http.Operation;
import org.openimr.api.internal.http.Parameters;
import org.openimr.api.internal.http.Problems;
import org.openimr.api.internal.http.Request;
import org.openimr.api.internal.http.RequestBody;
import org.openimr.api.internal.http.Response;
import org.openimr.casefile.Code;
import org.openimr.casefile.Outcome;
import org.openimr.casefile.Rejection;

/**
 * From a request to its answer, in this order: address, token, role, parameters, case, body, work.
 * So who is not let in learns nothing of what lies behind.
 */
public final class Api {
  private final Contract contract;
  private final Tokens tokens;
  private final Gate gate;
  private final Map<String, Endpoint> endpoints;
  private final InstantSource clock;
  private final Problems problems = new Problems();

  /**
   * An API of these endpoints.
   *
   * @param endpoints by operation; contract and access table have the same operations
   */
  public Api(
      Contract contract,
      AccessTable access,
      Tokens tokens,
      Gate gate,
      Map<String, Endpoint> endpoints,
      InstantSource clock) {
    this.contract = contract;
    this.tokens = tokens;
    this.gate = gate;
    this.endpoints = Map.copyOf(endpoints);
    this.clock = clock;
    var described = new HashSet<String>();
    contract.operations().forEach(operation -> described.add(operation.id()));
    var allowed = new HashSet<>(access.operations());
    allowed.remove(AccessTable.DRAFT);
    if (!described.equals(this.endpoints.keySet()) || !described.equals(allowed)) {
      throw new IllegalStateException("contract, access table and endpoints do not agree");
    }
  }

  /**
   * An answer, and the code where it is a problem.
   *
   * @param problem empty where the request was answered as it asked
   */
  public record Answer(Response response, Optional<Code> problem) {}

  /** The answer to a request. */
  public Answer answer(Request request) {
    return switch (contract.match(request.method(), request.path())) {
      case Contract.Match.Nothing() ->
          problem(Code.UNKNOWN_ROUTE, "See openapi.yaml for what there is.", request);
      case Contract.Match.OtherMethod(var allowed) -> {
        String methods = String.join(", ", allowed);
        var refused =
            problem(Code.METHOD_NOT_ALLOWED, "This address has " + methods + ".", request);
        yield new Answer(refused.response().with("allow", methods), refused.problem());
      }
      case Contract.Match.Found(var operation, var path) ->
          switch (outcome(operation, path, request)) {
            case Outcome.Accepted<Response>(Response response) ->
                new Answer(response, Optional.empty());
            case Outcome.Rejected<Response>(Rejection why) ->
                problem(why.code(), why.detail(), request);
          };
    };
  }

  /** The problem that a request is answered with. */
  public Answer problem(Code code, String detail, Request request) {
    return new Answer(
        problems.answer(new Rejection(code, detail), request.id()), Optional.of(code));
  }

  private Outcome<Response> outcome(
      Operation operation, SortedMap<String, String> path, Request request) {
    return tokens
        .verify(request.header("authorization"))
        .then(
            caller ->
                gate.reach(operation, caller)
                    .then(
                        reach ->
                            Parameters.read(operation, path, request)
                                .then(read -> inside(operation, request, caller, reach, read))));
  }

  private Outcome<Response> inside(
      Operation operation, Request request, Caller caller, Reach reach, Parameters parameters) {
    Outcome<Optional<CaseView>> view =
        parameters
            .caseNumber()
            .map(
                number ->
                    gate.open(reach, caller, number)
                        .<Optional<CaseView>>then(seen -> Outcome.accepted(Optional.of(seen))))
            .orElseGet(() -> Outcome.accepted(Optional.empty()));
    return view.then(
        seen ->
            RequestBody.read(operation, request)
                .then(
                    body ->
                        Objects.requireNonNull(endpoints.get(operation.id()))
                            .answer(
                                new Call(
                                    request,
                                    caller,
                                    reach,
                                    parameters,
                                    seen,
                                    body,
                                    clock.instant()))));
  }
}
