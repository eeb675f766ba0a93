/**
 * What every page of the studio stands on: the files of the page, JSON in and out, refusals, turns.
 */
@org.jspecify.annotations.NullMarked
package ductus.studio.web;
