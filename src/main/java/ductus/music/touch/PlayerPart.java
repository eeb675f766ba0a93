package ductus.music.touch;

import ductus.music.Note;
import ductus.music.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What one player plays of a score.
 *
 * @param notes by step, then pitch
 * @param places of these notes among those of the score
 * @param offGrid share of the notes that lie beside the grid, as played ones do
 */
public record PlayerPart(
    Player player, List<WrittenNote> notes, List<Integer> places, double offGrid) {
  /** Share of notes beside the grid from which a part counts as played already. */
  private static final double PLAYED = 0.25;

  public PlayerPart {
    notes = List.copyOf(notes);
    places = List.copyOf(places);
  }

  /** Those who play in a score that has notes. */
  public static Set<Player> players(Score score) {
    return score.notes().stream().map(PlayerPart::player).collect(Collectors.toSet());
  }

  private static Player player(Note note) {
    return note.isDrum() ? Player.DRUMMER : Player.PIANIST;
  }

  /**
   * The parts of a score: its drum channel for a drummer; of the others all that one instrument
   * plays, such as both hands of a piano, for a pianist.
   */
  public static List<PlayerPart> of(Score score) {
    // Drums last.
    TreeMap<Integer, List<Integer>> byInstrument = new TreeMap<>();
    int drums = Integer.MAX_VALUE;
    Map<Integer, TreeMap<Long, Integer>> programs = programs(score);
    for (int i = 0; i < score.notes().size(); i++) {
      Note note = score.notes().get(i);
      int instrument = note.isDrum() ? drums : program(programs, note);
      byInstrument.computeIfAbsent(instrument, each -> new ArrayList<>()).add(i);
    }
    ScoreGrid grid = new ScoreGrid(score);
    List<PlayerPart> parts = new ArrayList<>();
    byInstrument.forEach(
        (instrument, notes) ->
            parts.add(
                of(score, grid, instrument == drums ? Player.DRUMMER : Player.PIANIST, notes)));
    return List.copyOf(parts);
  }

  private static PlayerPart of(Score score, ScoreGrid grid, Player player, List<Integer> notes) {
    List<WrittenNote> all =
        notes.stream().map(place -> grid.written(score.notes().get(place))).toList();
    List<Integer> order =
        IntStream.range(0, all.size())
            .boxed()
            .sorted(
                Comparator.comparingLong((Integer i) -> all.get(i).step())
                    .thenComparingInt(i -> all.get(i).pitch()))
            .toList();
    return new PlayerPart(
        player,
        order.stream().map(all::get).toList(),
        order.stream().map(notes::get).toList(),
        grid.offGrid(notes.stream().map(place -> score.notes().get(place)).toList()));
  }

  /** The programs of each channel, by tick. */
  private static Map<Integer, TreeMap<Long, Integer>> programs(Score score) {
    Map<Integer, TreeMap<Long, Integer>> programs = new HashMap<>();
    for (Score.ProgramChange change : score.programs()) {
      programs
          .computeIfAbsent(change.channel(), channel -> new TreeMap<>())
          .put(change.tick(), change.program());
    }
    return programs;
  }

  private static int program(Map<Integer, TreeMap<Long, Integer>> programs, Note note) {
    TreeMap<Long, Integer> ofChannel = programs.get(note.channel());
    Map.Entry<Long, Integer> at = ofChannel == null ? null : ofChannel.floorEntry(note.onset());
    return at == null ? 0 : at.getValue();
  }

  /** Whether its notes lie where a player put them, and not where they are written. */
  public boolean isPlayed() {
    return offGrid > PLAYED;
  }
}
