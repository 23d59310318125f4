package org.openimr.reviewers;

import org.openimr.casefile.Code;

/**
 * Why a line of a roster was not taken. It names places and never repeats what stands there.
 *
 * @param line of the file, from 1, where the record begins
 * @param column by its name in the first line; empty where it is about the whole line
 * @param sentence what is wrong and what to do
 */
public record ImportProblem(long line, String column, Code code, String sentence) {}
