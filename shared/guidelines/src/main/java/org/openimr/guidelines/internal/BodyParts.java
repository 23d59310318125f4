package org.openimr.guidelines.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openimr.casefile.Region;
import org.openimr.casefile.Side;

/** Whether a statement about one body region is about another one too. */
final class BodyParts {
  private static final Set<Region> SPINE =
      Set.of(
          Region.CERVICAL_SPINE, Region.THORACIC_SPINE, Region.LUMBAR_SPINE, Region.SACRUM_COCCYX);
  private static final Set<Region> ARM =
      Set.of(
          Region.SHOULDER,
          Region.UPPER_ARM,
          Region.ELBOW,
          Region.FOREARM,
          Region.WRIST,
          Region.HAND);
  private static final Set<Region> LEG =
      Set.of(Region.HIP, Region.THIGH, Region.KNEE, Region.LOWER_LEG, Region.ANKLE, Region.FOOT);

  /** Parts that one chapter of the guideline treats as one. */
  private static final List<Set<Region>> JOINED =
      List.of(Set.of(Region.WRIST, Region.HAND), Set.of(Region.ANKLE, Region.FOOT));

  private BodyParts() {}

  /** A request without a region is about any. */
  static boolean concerns(Region stated, List<Region> requested) {
    return requested.isEmpty()
        || requested.stream().anyMatch(region -> covers(stated, region) || covers(region, stated));
  }

  /**
   * Whether a statement about a region is about one of these too, or about the part of the spine
   * from which its nerves come: pain of an arm is examined at the neck.
   */
  static boolean concernsOrServes(Optional<Region> stated, List<Region> requested) {
    return stated.isPresent()
        && (concerns(stated.get(), requested)
            || requested.stream().anyMatch(part -> serves(stated.get(), part)));
  }

  private static boolean serves(Region one, Region other) {
    return nerves(one, other, ARM, Region.UPPER_EXTREMITY, Region.CERVICAL_SPINE)
        || nerves(one, other, LEG, Region.LOWER_EXTREMITY, Region.LUMBAR_SPINE);
  }

  private static boolean nerves(
      Region one, Region other, Set<Region> parts, Region limb, Region spine) {
    return (ofLimb(one, parts, limb) && (other == spine || other == Region.SPINE))
        || (ofLimb(other, parts, limb) && (one == spine || one == Region.SPINE));
  }

  private static boolean ofLimb(Region region, Set<Region> parts, Region limb) {
    return region == limb || parts.contains(region);
  }

  private static boolean covers(Region whole, Region part) {
    if (whole == part || whole == Region.WHOLE_BODY) {
      return true;
    }
    return JOINED.stream().anyMatch(joined -> joined.contains(whole) && joined.contains(part))
        || (whole == Region.SPINE && SPINE.contains(part))
        || (whole == Region.UPPER_EXTREMITY && ARM.contains(part))
        || (whole == Region.LOWER_EXTREMITY && LEG.contains(part));
  }

  static boolean opposite(Side stated, Side requested) {
    return stated != requested && stated != Side.BILATERAL && requested != Side.BILATERAL;
  }

  static String words(Enum<?> part) {
    return part.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
