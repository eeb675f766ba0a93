package ductus.task.music.kind;

import ductus.model.MergedEncoding;
import ductus.model.ModelKind;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import java.util.List;
import java.util.Optional;

/** All kinds of music that can be learned, by the names of their encodings. */
public final class MusicKinds {
  private static final List<MusicKind<?>> ALL =
      List.of(
          new MelodyKind(),
          new PolyKind(),
          new PerformanceKind(),
          new ScoreKind(),
          new DrumsKind(),
          new LeadsheetKind(),
          new SongKind(),
          new VoicesKind());

  /** Files of models of any of these kinds. */
  public static final ModelKind<NetworkConfig, Network> FILES = Network.kind(names());

  private MusicKinds() {}

  /** The kinds of music, in their order. */
  public static List<MusicKind<?>> all() {
    return ALL;
  }

  /** Names of all kinds. */
  public static List<String> names() {
    return ALL.stream().map(kind -> kind.encoding().name()).toList();
  }

  /** Names of the kinds whose tokens can be merged. */
  public static List<String> mergeable() {
    return ALL.stream()
        .filter(kind -> MergedEncoding.isFor(kind.encoding()))
        .map(kind -> kind.encoding().name())
        .toList();
  }

  /** The kind of a name, if there is one. */
  public static Optional<MusicKind<?>> find(String name) {
    for (MusicKind<?> kind : ALL) {
      if (kind.encoding().name().equals(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /**
   * The kind of a name.
   *
   * @throws IllegalArgumentException if there is none; the message names all
   */
  public static MusicKind<?> named(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "encoding must be %s but was %s".formatted(String.join(", ", names()), name)));
  }
}
