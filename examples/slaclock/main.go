// Command slaclock answers questions about service levels: tickets and their
// clocks, releases and their support, working time, holidays. It reads, calls
// the packages of the library, and prints; no rule lives here.
//
//	slaclock                                   # a sample of tickets, as a table
//	slaclock tickets  [-format F] [FILE...]    # ticket timelines in, clocks out
//	slaclock report   [-format F] [FILE...]    # tickets in, how promises were kept out
//	slaclock diff -a X=V -b X=W  [FILE...]     # tickets in, what a change would do to them out
//	slaclock releases [-format F] [FILE...]    # release lists in, support windows out
//	slaclock calendar [-format F] [FILE...]    # working-time questions in, answers out
//	slaclock holidays -region US-MD -from 2026 -to 2027
//	slaclock lint [-on DATE]     [FILE...]     # agreement documents in, what their author will hardly have meant out
//	slaclock help [COMMAND]                    # what it does, and its flags
//
// Agreements that the library does not know are named with -document FILE (tickets,
// report, diff, releases). Tickets, releases and calendars have a third format, svg:
// a ticket's clocks over time, support windows as bars, a month of a calendar.
//
// Input is JSON Lines: an object a line, at most 16 MiB long, in UTF-8. A byte
// order mark at the beginning of a file is ignored, lines can end with CR LF, and
// blank lines are skipped, though counted. A file in UTF-16, or compressed with gzip,
// is told so in the place of its first line, and is not read on. "-" is standard input,
// and so is no file at all.
//
// Output is JSON Lines, an answer a line, in the order of the input, or, by
// default on a terminal, a table. Lines are answered on all processors at once, and
// each as soon as it can be: a program may wait for one answer before it writes the
// next line. A line that cannot be answered gives
// {"line":7,"id":"T-1","error":"…"} in its place, with "file" where several
// files are named. The exit status is 1 if there was any such line or a file
// could not be read, 2 for wrong usage, else 0.
package main

import (
	"io"
	"os"
	"runtime/debug"
)

func main() {
	// Whatever a line takes is garbage once it is answered, and little else is
	// kept. To collect it half as often takes a tenth less time, and a few MB.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200)
	}
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// The exit statuses.
const (
	exitDone   = 0
	exitFailed = 1 // a line, or a file, could not be answered
	exitUsage  = 2
)

// commands returns the sub-commands, in the order of the usage text.
func commands() []command {
	return []command{
		ticketsCommand(),
		reportCommand(),
		diffCommand(),
		releasesCommand(),
		calendarCommand(),
		holidaysCommand(),
		lintCommand(),
	}
}

// run runs the program and returns its exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{stdin, stdout, stderr}
	flags := p.flags("")
	version := flags.Bool("version", false, "print the version of the library, its tz database and its holiday data")
	if status, ok := p.parse(flags, args, p.usage); !ok {
		return status
	}
	switch {
	case *version && flags.NArg() > 0:
		return p.wrong("-version stands alone; leave " + quote(flags.Arg(0)) + " out")
	case *version:
		return p.print(versionText())
	case flags.NArg() == 0:
		return p.sample()
	}
	name, rest := flags.Arg(0), flags.Args()[1:]
	if name == "help" {
		switch len(rest) {
		case 0:
			return p.print(p.usage(flags))
		case 1:
			name, rest = rest[0], []string{"-h"}
		default:
			return p.wrong("help: " + quote(rest[1]) + " is one argument too many")
		}
	}
	for _, c := range commands() {
		if c.name == name {
			return c.run(p, rest)
		}
	}
	return p.wrong(quote(name) + " is not a command; write " + commandNames())
}
