package org.openimr.cloud.internal.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.openimr.records.CloudFault;

/**
 * A few threads that step pumps: each pump by one thread at a time, woken by its source, so that
 * nothing sleeps while there is work. Sources that cannot wake are asked again after a pause.
 */
public final class Workers implements RetryDelay, AutoCloseable {
  private static final int THREADS = 2;
  private static final long NEVER = Long.MAX_VALUE;
  private static final Duration FIRST_DELAY = Duration.ofMillis(500);
  private static final int MOST_DOUBLINGS = 7;
  private static final Duration FAULT_DELAY = Duration.ofSeconds(2);

  /** A delay is counted by two clocks, the queue's and ours: ours shall not be the earlier. */
  private static final Duration SLACK = Duration.ofMillis(50);

  /** Whether pumps are stepped, and until when. */
  private enum Mode {
    PAUSED,
    DRAINING,
    RUNNING
  }

  private static final class Slot {
    private final Pump pump;
    private boolean busy;
    private boolean ready = true;
    private long due = NEVER;

    Slot(Pump pump) {
      this.pump = pump;
    }
  }

  private final Optional<Polling> polling;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Slot> slots = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private Mode mode = Mode.PAUSED;
  private boolean drains;
  private boolean closed;
  private long lastActivity;
  private Optional<CloudFault> fault = Optional.empty();
  private boolean broken;

  /** Workers without pumps. */
  public Workers(Optional<Polling> polling) {
    this.polling = polling;
  }

  /** Adds a pump, before the first start. */
  public void add(Pump pump) {
    Slot slot = new Slot(pump);
    slots.add(slot);
    pump.onArrival(() -> wake(slot));
  }

  private void wake(Slot slot) {
    lock.lock();
    try {
      slot.ready = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** While draining nothing waits: what failed is tried again at once, as often as it may be. */
  @Override
  public Duration after(int attempts) {
    lock.lock();
    try {
      return drains
          ? Duration.ZERO
          : FIRST_DELAY.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
    } finally {
      lock.unlock();
    }
  }

  /** Steps pumps from now on, and returns. */
  public void run() {
    lock.lock();
    try {
      mode = Mode.RUNNING;
      start();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void start() {
    while (threads.size() < THREADS) {
      threads.add(
          Thread.ofPlatform().daemon().name("delivery-" + threads.size()).start(this::work));
    }
  }

  /**
   * Steps pumps until none has work, and returns.
   *
   * @throws CloudFault if a source failed
   */
  public void drain() {
    lock.lock();
    Mode before = mode;
    try {
      mode = before == Mode.RUNNING ? before : Mode.DRAINING;
      drains = true;
      lastActivity = System.nanoTime();
      slots.forEach(slot -> slot.ready = true);
      start();
      changed.signalAll();
      awaitIdle();
    } finally {
      mode = before;
      drains = false;
      lock.unlock();
    }
  }

  private void awaitIdle() {
    checkAlive();
    while (!isIdle()) {
      await(polling.map(Polling::interval).map(Duration::toNanos).orElse(NEVER));
      checkAlive();
    }
  }

  /** A pump whose thread was ended by an error is idle too, with its work undone. */
  private void checkAlive() {
    if (broken || closed) {
      throw new IllegalStateException("delivery ended before it was drained");
    }
    if (fault.isPresent()) {
      CloudFault thrown = fault.get();
      fault = Optional.empty();
      throw thrown;
    }
  }

  private boolean isIdle() {
    boolean still = slots.stream().noneMatch(slot -> slot.busy || slot.ready);
    return still
        && polling
            .map(poll -> System.nanoTime() - lastActivity >= poll.quiet().toNanos())
            .orElseGet(() -> slots.stream().allMatch(slot -> slot.due == NEVER));
  }

  // Both callers ask again in a loop.
  @SuppressWarnings("WaitNotInLoop")
  private void await(long nanos) {
    try {
      if (nanos == NEVER) {
        changed.await();
      } else {
        long _ = changed.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  private void work() {
    lock.lock();
    try {
      while (!closed) {
        Optional<Slot> slot = mode == Mode.PAUSED ? Optional.empty() : claim();
        if (slot.isPresent()) {
          step(slot.get());
        } else {
          await(untilDue());
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private Optional<Slot> claim() {
    long now = System.nanoTime();
    Optional<Slot> next =
        slots.stream().filter(slot -> !slot.busy && (slot.ready || slot.due <= now)).findFirst();
    next.ifPresent(
        slot -> {
          slot.busy = true;
          slot.ready = false;
          slot.due = slot.due <= now ? NEVER : slot.due;
        });
    return next;
  }

  /** Steps a pump without the lock, and takes the lock again. */
  private void step(Slot slot) {
    boolean ended = false;
    lock.unlock();
    try {
      Pump.Step step = slot.pump.step();
      lock.lock();
      settle(slot, step);
      ended = true;
    } catch (CloudFault e) {
      lock.lock();
      fault = Optional.of(e);
      slot.due = System.nanoTime() + FAULT_DELAY.toNanos();
      ended = true;
    } finally {
      if (!ended) {
        lock.lock();
        broken = true;
      }
      slot.busy = false;
      changed.signalAll();
    }
  }

  private void settle(Slot slot, Pump.Step step) {
    long now = System.nanoTime();
    switch (step) {
      case Pump.Step.Idle() ->
          polling.ifPresent(poll -> due(slot, now + poll.interval().toNanos()));
      case Pump.Step.Worked() -> {
        slot.ready = true;
        lastActivity = now;
      }
      case Pump.Step.Failed(Duration delay) -> {
        // Other messages of the queue, or a smaller batch of the shard, may be ready now.
        slot.ready |= delay.isZero();
        lastActivity = now;
        if (!delay.isZero()) {
          due(slot, now + delay.plus(SLACK).toNanos());
        }
      }
    }
  }

  private static void due(Slot slot, long at) {
    slot.due = Math.min(slot.due, at);
  }

  private long untilDue() {
    if (mode == Mode.PAUSED) {
      return NEVER;
    }
    long due =
        slots.stream()
            .filter(slot -> !slot.busy)
            .map(slot -> slot.due)
            .min(Comparator.naturalOrder())
            .orElse(NEVER);
    return due == NEVER ? NEVER : Math.max(1, due - System.nanoTime());
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
