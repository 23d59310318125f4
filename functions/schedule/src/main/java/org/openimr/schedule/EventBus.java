package org.openimr.schedule;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.openimr.records.Clients;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/**
 * An event bus of Amazon EventBridge. {@code PutEvents} answers for each entry, in their order,
 * with an id or an error (its API reference): what has an error is told again. The client is made
 * when there is something to tell: most runs have nothing, and start without its classes.
 */
final class EventBus implements ChangeSink {
  private final Supplier<EventBridgeClient> clients;
  private final String bus;
  private Optional<EventBridgeClient> made = Optional.empty();

  EventBus(Supplier<EventBridgeClient> clients, String bus) {
    this.clients = clients;
    this.bus = bus;
  }

  /** The bus that a function's environment names; empty where it names none: nobody is told. */
  static Optional<ChangeSink> of(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("EVENT_BUS"))
        .filter(name -> !name.isBlank())
        .map(
            name -> new EventBus(() -> Clients.of(EventBridgeClient.builder(), environment), name));
  }

  private synchronized EventBridgeClient client() {
    var client = made.orElseGet(clients);
    made = Optional.of(client);
    return client;
  }

  @Override
  public Set<String> tell(List<CaseChange> changes) {
    PutEventsResponse answer;
    try {
      answer = client().putEvents(r -> r.entries(changes.stream().map(this::entry).toList()));
    } catch (SdkException failed) {
      throw Clients.fault("PutEvents", failed);
    }
    var taken = new HashSet<String>();
    for (int i = 0; i < answer.entries().size(); i++) {
      if (answer.entries().get(i).errorCode() == null) {
        taken.add(changes.get(i).id());
      }
    }
    return taken;
  }

  private PutEventsRequestEntry entry(CaseChange change) {
    return PutEventsRequestEntry.builder()
        .eventBusName(bus)
        .source(CaseChange.SOURCE)
        .detailType(CaseChange.DETAIL_TYPE)
        .time(change.time())
        .detail(change.json())
        .build();
  }
}
