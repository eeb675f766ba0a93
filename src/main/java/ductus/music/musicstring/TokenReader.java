package ductus.music.musicstring;

import ductus.music.KeySignature;

/**
 * Says what tokens of JFugue's notation mean, one after the other: a key goes for the notes after
 * it. Tokens are in capital letters and of the grammar of {@link PrimerText}.
 */
public interface TokenReader {
  /**
   * A note or a rest.
   *
   * @param isRest whether nothing sounds
   * @param pitch MIDI key
   * @param wholeNotes its length
   * @param velocity of its attack
   * @param startsTie whether the next note goes on with it
   * @param endsTie whether it goes on with the note before
   */
  record TypedNote(
      boolean isRest,
      int pitch,
      double wholeNotes,
      int velocity,
      boolean startsTie,
      boolean endsTie) {}

  /**
   * The note of a token.
   *
   * @throws IllegalArgumentException if there is none
   */
  TypedNote note(String token);

  /** Quarter notes a minute of a {@code T} token. */
  int tempo(String token);

  /**
   * The key signature of a {@code K} token, at tick 0.
   *
   * @throws IllegalArgumentException if there is none
   */
  KeySignature key(String token);

  /**
   * The program that a name means.
   *
   * @throws IllegalArgumentException if it means nothing
   */
  int program(String name);
}
