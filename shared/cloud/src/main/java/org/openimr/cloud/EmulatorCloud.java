package org.openimr.cloud;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openimr.cloud.internal.delivery.Polling;
import org.openimr.cloud.internal.emulator.EmulatorResources;
import org.openimr.cloud.internal.emulator.EmulatorStream;
import org.openimr.records.Clients;
import org.openimr.records.DynamoTable;
import org.openimr.records.ObjectStore;
import org.openimr.records.S3Objects;
import org.openimr.records.Settings;
import org.openimr.records.Table;

/**
 * An emulator of AWS at an endpoint, such as LocalStack: its resources are made where they are
 * missing, and its queue and stream are polled for functions in this process.
 */
public final class EmulatorCloud implements Cloud {
  /** S3 tells the queue of an object after it has answered the put: so long is waited for it. */
  private static final Polling POLLING = new Polling(Duration.ofMillis(200), Duration.ofSeconds(3));

  private final Clients clients;
  private final EmulatorResources resources;
  private final Settings settings;

  private EmulatorCloud(Clients clients, EmulatorResources resources, Settings settings) {
    this.clients = clients;
    this.resources = resources;
    this.settings = settings;
  }

  /**
   * An emulator, with resources of the given names.
   *
   * @throws org.openimr.records.CloudFault if it does not answer
   */
  public static EmulatorCloud at(URI endpoint, Settings settings) {
    Clients clients = Clients.at(endpoint);
    return new EmulatorCloud(
        clients, EmulatorResources.ensure(endpoint, clients, settings), settings);
  }

  @Override
  public Table table() {
    return new DynamoTable(clients.dynamoDb(), settings.table());
  }

  @Override
  public ObjectStore objects() {
    return new S3Objects(clients.s3());
  }

  @Override
  public Settings settings() {
    return settings;
  }

  /**
   * Delivery by polling. It is drained when queue and stream have had nothing for three seconds.
   */
  @Override
  public Delivery delivery(Consumers consumers) {
    return Delivery.of(
        this,
        resources.queue(),
        _ -> List.of(new EmulatorStream(resources.streams(), resources.streamArn())),
        consumers,
        Optional.of(POLLING));
  }

  @Override
  public void close() {
    resources.close();
    clients.close();
  }
}
