package main

import (
	"bufio"
	"errors"
	"flag"
	"io"
	"slices"

	"github.com/slaclock/slaclock/calendar/enum"
)

// The formats of output.
const (
	formatJSON  = "json"
	formatTable = "table"
	formatCSV   = "csv"
	formatSVG   = "svg"
)

// A format is the value of a flag -format, "" if it was not given.
type format struct {
	name  string
	valid []string
}

// formatFlag defines the flag -format.
func formatFlag(flags *flag.FlagSet, valid ...string) *format {
	f := &format{valid: valid}
	flags.Func("format", "`F` is "+enum.Either(valid), f.set)
	return f
}

func (f *format) set(name string) error {
	if !slices.Contains(f.valid, name) {
		return errors.New("write " + enum.Either(f.valid))
	}
	f.name = name
	return nil
}

// of returns the format for a writer: without the flag, a table for a terminal and JSON for
// anything else.
func (f *format) of(w io.Writer) string {
	switch {
	case f.name != "":
		return f.name
	case isTerminal(w):
		return formatTable
	}
	return formatJSON
}

// An output writes answers, as JSON Lines or as a table. After the first error
// it writes nothing more.
type output struct {
	w     *bufio.Writer
	table *table // nil for JSON
	err   error
}

// newOutput returns an output in a format, formatJSON or formatTable.
func newOutput(w io.Writer, format string) *output {
	o := &output{w: bufio.NewWriterSize(w, 64<<10)}
	if format == formatTable {
		o.table = &table{w: o.w}
	}
	return o
}

// print prints an answer to the table.
func (o *output) print(a answer) { a.print(o.table) }

// write writes whole lines of JSON.
func (o *output) write(lines []byte) {
	if _, err := o.w.Write(lines); err != nil && o.err == nil {
		o.err = err
	}
}

// flush writes what is still in the buffer, and returns the first error of all.
func (o *output) flush() error {
	if err := o.w.Flush(); err != nil && o.err == nil {
		o.err = err
	}
	return o.err
}
