/**
 * What every page of the studio stands on: the check of each request, the files of the page, JSON
 * in and out.
 */
@org.jspecify.annotations.NullMarked
package ductus.studio.web;
