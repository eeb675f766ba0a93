package ductus.inspection.ink;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;

/** The first texts of a folder, each once, by the file and the piece in it that say them first. */
final class FirstTexts implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Texts that are held. */
  static final int MOST = 100;

  private final HashMap<String, Place> places = new HashMap<>();
  private final TreeMap<Place, String> texts = new TreeMap<>();

  /**
   * Where a text stands.
   *
   * @param piece of the file, from 0 on
   */
  record Place(String path, int piece) implements Comparable<Place>, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public int compareTo(Place other) {
      int byPath = path.compareTo(other.path);
      return byPath == 0 ? Integer.compare(piece, other.piece) : byPath;
    }
  }

  /** Adds a text, which may be there already, or come too late to be held. */
  void add(String text, Place place) {
    Place before = places.get(text);
    if (before != null) {
      if (before.compareTo(place) <= 0) {
        return;
      }
      texts.remove(before);
    }
    places.put(text, place);
    texts.put(place, text);
    if (texts.size() > MOST) {
      places.remove(texts.pollLastEntry().getValue());
    }
  }

  /** Adds those of another part of the folder. */
  void add(FirstTexts other) {
    other.places.forEach(this::add);
  }

  /** The texts in the order of their places. */
  List<String> inOrder() {
    return List.copyOf(texts.values());
  }
}
