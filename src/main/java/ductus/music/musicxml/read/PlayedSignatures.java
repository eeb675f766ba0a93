package ductus.music.musicxml.read;

import ductus.music.Key;
import ductus.music.KeySignature;
import ductus.music.KeySpelling;
import ductus.music.MelodyScore;
import ductus.music.Mode;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.musicxml.read.PlayOrder.Played;
import ductus.music.musicxml.read.WrittenMeasure.Change;
import ductus.music.musicxml.read.WrittenMeasure.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the tempos and keys of a score in the course in which it is played. */
final class PlayedSignatures {
  private final WrittenScore written;
  private final List<Played> played;
  private final List<Long> starts;

  /**
   * Prepares those of a score.
   *
   * @param starts ticks at which the played measures begin
   */
  PlayedSignatures(WrittenScore written, List<Played> played, List<Long> starts) {
    this.written = written;
    this.played = List.copyOf(played);
    this.starts = List.copyOf(starts);
  }

  /** The tempos of all parts. */
  List<TempoChange> tempos() {
    PlayedChanges<Double> changes = new PlayedChanges<>(written.signs.size());
    for (WrittenPart part : written.parts.values()) {
      add(changes, part, WrittenMeasure::tempos);
    }
    List<TempoChange> tempos = new ArrayList<>();
    for (Change<Double> each : played(changes)) {
      int length = MelodyScore.microsecondsPerQuarter(each.value());
      int last = tempos.size() - 1;
      if (last >= 0 && tempos.get(last).tick() == each.onset()) {
        tempos.remove(last--);
      }
      if (last < 0 || tempos.get(last).microsecondsPerQuarter() != length) {
        tempos.add(new TempoChange(each.onset(), length));
      }
    }
    return tempos;
  }

  /** The key signatures of the first part that has any. */
  List<KeySignature> keys() {
    List<KeySignature> keys = new ArrayList<>();
    for (Change<Signature> each : signatures()) {
      boolean minor = mode(each.value()).filter(Mode::hasMinorThird).isPresent();
      keys.add(new KeySignature(each.onset(), each.value().fifths(), minor));
    }
    return keys;
  }

  /**
   * The keys as texts that name them. Most programs call every key major, so only another mode is
   * believed; the keys of a score that has none but major are left to be found.
   */
  List<TextEvent> keyNames() {
    List<TextEvent> names = new ArrayList<>();
    for (Change<Signature> each : signatures()) {
      int fifths = each.value().fifths();
      mode(each.value())
          .filter(mode -> mode != Mode.MAJOR || !names.isEmpty())
          .map(
              mode ->
                  new KeySpelling(
                      new Key(Math.floorMod((fifths - mode.fifthsOnC()) * 7, 12), mode), fifths))
          .ifPresent(
              key ->
                  names.add(new TextEvent(each.onset(), 0, TextEvent.Kind.TEXT, "K:" + key.abc())));
    }
    return names;
  }

  private static Optional<Mode> mode(Signature signature) {
    return switch (signature.mode()) {
      case "ionian" -> Optional.of(Mode.MAJOR);
      case "aeolian" -> Optional.of(Mode.MINOR);
      default ->
          Stream.of(Mode.values()).filter(m -> m.label().equals(signature.mode())).findFirst();
    };
  }

  private List<Change<Signature>> signatures() {
    PlayedChanges<Signature> changes = new PlayedChanges<>(written.signs.size());
    written.parts.values().stream()
        .filter(part -> part.measures.stream().anyMatch(measure -> !measure.keys().isEmpty()))
        .findFirst()
        .ifPresent(part -> add(changes, part, WrittenMeasure::keys));
    List<Change<Signature>> signatures = new ArrayList<>();
    for (Change<Signature> each : played(changes)) {
      int last = signatures.size() - 1;
      if (last >= 0 && signatures.get(last).onset() == each.onset()) {
        signatures.remove(last--);
      }
      if (last < 0 || !signatures.get(last).value().equals(each.value())) {
        signatures.add(each);
      }
    }
    return signatures;
  }

  private <T> void add(
      PlayedChanges<T> changes, WrittenPart part, Function<WrittenMeasure, List<Change<T>>> of) {
    for (int i = 0; i < part.measures.size(); i++) {
      WrittenMeasure measure = part.measures.get(i);
      long factor = written.scale.perQuarter() / measure.ticksPerQuarter();
      changes.add(i, WrittenMeasure.scaled(of.apply(measure), factor));
    }
  }

  /** The changes as they are played, in ticks of the score; what a pickup begins with, at 0. */
  private <T> List<Change<T>> played(PlayedChanges<T> changes) {
    List<List<Change<T>>> all = changes.all();
    List<Change<T>> found = new ArrayList<>();
    for (int i = 0; i < played.size(); i++) {
      for (Change<T> each : all.get(played.get(i).measure())) {
        long tick = i == 0 && each.onset() == 0 ? 0 : starts.get(i) + each.onset();
        found.add(new Change<>(written.scale.ofScore(tick), each.value()));
      }
    }
    return found;
  }
}
