package main

import (
	"errors"
	"flag"
	"strings"
)

// A command is a sub-command of the program.
type command struct {
	name  string
	usage string // what follows the name
	about string // what it does; the first line is a summary
	run   func(p *program, args []string) (status int)
}

// An answerFunc answers a line of input: one JSON value, perhaps with white space around it.
// The slice is valid until the function returns. Several workers call it at once. id is the
// line's own, even if the rest of the line is wrong, or "" if it has none. a is nil if there
// is nothing to print.
type answerFunc func(line []byte) (id string, a answer, err error)

// An answer is the answer to a line. It is printed once, in one of two ways.
type answer interface {
	// appendJSON appends the answer as a JSON object, without a line end.
	appendJSON(b []byte) []byte
	// print prints the answer for people.
	print(t *table)
}

// A lineWork is what a command does with the lines of its files.
type lineWork struct {
	answer answerFunc
	// check returns what is wrong with the flags after they are set, for a format of output;
	// it is nil if nothing can be wrong.
	check func(format string) error
	draw  drawFunc // with the format svg; nil if the command does not have it
}

// The formats of commands that answer lines, as -format has them.
const (
	answerFormats = formatJSON + "|" + formatTable
	drawFormats   = answerFormats + "|" + formatSVG
)

// lineCommand returns a command that answers lines of files in one of several formats. begin
// is called once in each run and defines the command's own flags; the functions that it
// returns are called after the flags are set.
func lineCommand(name, usage, about, formats string, begin func(*flag.FlagSet) lineWork) command {
	c := command{name: name, usage: strings.TrimSpace(usage + " [-format " + formats + "] [FILE...]"), about: about + linesHelp}
	c.run = func(p *program, args []string) int {
		flags := p.flags(name)
		work := begin(flags)
		format := formatFlag(flags, strings.Split(formats, "|")...)
		var width *int
		if work.draw != nil {
			width = widthFlag(flags)
		}
		if status, ok := p.parse(flags, args, c.help); !ok {
			return status
		}
		if err := lateFlag(flags.Args()); err != nil {
			return p.wrongFlags(name, err)
		}
		to := format.of(p.stdout)
		if work.draw != nil {
			if err := checkWidth(flags, *width, to); err != nil {
				return p.wrongFlags(name, err)
			}
		}
		if work.check != nil {
			if err := work.check(to); err != nil {
				return p.wrongFlags(name, err)
			}
		}
		if to == formatSVG {
			return p.draw(flags.Args(), *width, work.draw)
		}
		return p.answerFiles(flags.Args(), newOutput(p.stdout, to), work.answer)
	}
	return c
}

// lateFlag returns an error if a flag stands among files.
func lateFlag(files []string) error {
	for _, file := range files {
		if strings.HasPrefix(file, "-") && file != "-" {
			return errors.New(quote(file) + " comes too late: flags stand before files; write " + quote("./"+file) + " for a file of that name")
		}
	}
	return nil
}

// help returns the usage text of the command.
func (c command) help(flags *flag.FlagSet) string {
	var b strings.Builder
	b.WriteString("usage: slaclock " + c.name + " " + c.usage + "\n\n" + c.about + "\n\n")
	flags.SetOutput(&b)
	flags.PrintDefaults()
	return b.String()
}
