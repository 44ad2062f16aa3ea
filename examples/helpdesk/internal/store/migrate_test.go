package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// A database that the first version of the program wrote is brought up to date, and
// keeps what stands in it.
func TestOldDatabase(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "old.db")
	first, err := migrations.ReadFile("migrations/001_tickets.sql")
	if err != nil {
		t.Fatal(err)
	}
	old, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		string(first), `PRAGMA user_version = 1`,
		`INSERT INTO tickets VALUES (7, 'T-7', 'old', 'purchased', '{}', '{}', '{}', 1000, 2000)`,
		`INSERT INTO events VALUES (7, 1, 1000, 'reported', '1', 'phone', 'note', 1000, 'key')`,
		`INSERT INTO notices VALUES (3, 7, 'response/1/due', 1500, 'response due', 'response', 1, 2000),
			(4, 7, 'auto_close/2/starts', 1500, 'auto_close starts', 'auto_close', 2, 2000),
			(5, 7, 'escalation/2/12', 1500, 'escalation step 12', 'escalation', 2, 2000),
			(6, 7, 'notice/escalation/1/2/3', 1500, 'notice of escalation step 2, repeat 3', 'escalation', 1, 2000),
			(7, 7, 'threshold/reply 24/10/12', 1500, 'reply 24 75%', 'escalation', 10, 2000),
			(8, 7, 'hand-over/2026-03-02T17:00:00Z', 1500, 'hand-over to on-call', 'ownership', 1, 2000),
			(9, 7, 'version/2026-03-02T17:00:00Z', 1500, 'agreement changes', 'agreement', 0, 2000),
			(10, 7, 'escalation/1/due', 1500, 'escalation due', 'escalation', 1, 2000)`,
	} {
		if _, err := old.Exec(text); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
	}
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second time there is nothing to do
		s, err := Open(ctx, path)
		if err != nil {
			t.Fatal(err)
		}
		ticket, err := s.Ticket(ctx, "T-7")
		if err != nil {
			t.Fatal(err)
		}
		if ticket.Title != "old" || !ticket.Told.Equal(time.Unix(0, 2000)) || !ticket.Ended.IsZero() || len(ticket.Events) != 1 || ticket.Events[0].Note != "note" {
			t.Errorf("ticket: %+v", ticket)
		}
		notices, err := s.Notices(ctx, 0, 10)
		var got []string
		for _, n := range notices {
			got = append(got, fmt.Sprintf("%d %s: %s of %q round %d, told %q, owned by %q, %v", n.Seq, n.Key(), n.Kind, n.Metric, n.Round, n.To, n.Region, n.At.Equal(time.Unix(0, 1500))))
		}
		want := []string{
			`3 T-7/response/1/due: due of "response" round 1, told "", owned by "", true`,
			`4 T-7/auto_close/2/starts: starts of "auto_close" round 2, told "", owned by "", true`,
			`5 T-7/escalation/2/12: step of "" round 2, told "", owned by "", true`,
			`6 T-7/notice/escalation/1/2/3: notice of "" round 1, told "", owned by "", true`,
			`7 T-7/threshold/reply 24/10/12: threshold of "reply 24" round 10, told "", owned by "", true`,
			`8 T-7/hand-over/2026-03-02T17:00:00Z: hand_over of "" round 1, told "", owned by "on-call", true`,
			`9 T-7/version/2026-03-02T17:00:00Z: version of "" round 0, told "", owned by "", true`,
			`10 T-7/escalation/1/due: due of "escalation" round 1, told "", owned by "", true`,
		}
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("notices (-want +got): %v\n%s", err, diff)
		}
		if through, err := s.Taken(ctx, "webhook"); err != nil || through != 0 {
			t.Errorf("taken: %d %v", through, err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// A database of a newer program is not touched.
func TestNewerDatabase(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "new.db")
	s, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.write.Exec(`PRAGMA user_version = 99`); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err := Open(ctx, path); err == nil || !strings.Contains(err.Error(), "version 99") {
		t.Errorf("opened: %v %v", s, err)
	}
}

// A database of another program is refused, and not even its journal is changed.
func TestForeignDatabase(t *testing.T) {
	for name, statements := range map[string][]string{
		"tables and no version":  {`CREATE TABLE places (id)`},
		"a version that we know": {`CREATE TABLE places (id)`, `PRAGMA user_version = 2`},
		"a version below 0":      {`PRAGMA user_version = -1`},
	} {
		path := filepath.Join(t.TempDir(), "foreign.db")
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range statements {
			if _, err := db.Exec(text); err != nil {
				t.Fatal(err)
			}
		}
		s, err := Open(context.Background(), path)
		if err == nil || !strings.Contains(err.Error(), path+": it is not a database of this program") {
			t.Errorf("%s: opened: %v %v", name, s, err)
		}
		var journal string
		if err := db.QueryRow(`PRAGMA journal_mode`).Scan(&journal); err != nil || journal != "delete" {
			t.Errorf("%s: the journal is now %q %v", name, journal, err)
		}
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}
}

// A database that cannot be written is found before there is something to write.
func TestReadOnlyDatabase(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "readonly.db")
	s, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	// As a file that is read-only would be, which one is not for who runs as root.
	db, err := open(path, "immediate", "query_only(1)")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	version, err := inspect(ctx, db)
	if err != nil {
		t.Fatal(err)
	}
	if err := migrate(ctx, db, version); err == nil || !strings.Contains(err.Error(), "it cannot be written: attempt to write a readonly database") {
		t.Errorf("migrated: %v", err)
	}
}

// A path with characters that mean something in an address is a path.
func TestPath(t *testing.T) {
	s, err := Open(context.Background(), filepath.Join(t.TempDir(), "100% a?b#c &d.db"))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Ping(context.Background()); err != nil {
		t.Error(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// Ids that the service chooses avoid those that clients have chosen.
func TestFreeID(t *testing.T) {
	ctx := context.Background()
	s, err := Open(ctx, filepath.Join(t.TempDir(), "ids.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var got []string
	for _, id := range []string{"T-2", "", "", "T-3", ""} {
		ticket := &Ticket{ID: id, Received: time.Unix(1, 0), Told: time.Unix(1, 0)}
		if err := s.Update(ctx, func(tx *Tx) error { return tx.Create(ctx, ticket) }); err != nil {
			got = append(got, err.Error())
			continue
		}
		got = append(got, ticket.ID)
	}
	want := "T-2 T-3 T-4 store: the id is taken T-5"
	if text := strings.Join(got, " "); text != want {
		t.Errorf("ids: %s, want %s", text, want)
	}
}

// A database has one lock, whatever it is called.
func TestLinkedDatabase(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	path, link, dangling := filepath.Join(dir, "one.db"), filepath.Join(dir, "other.db"), filepath.Join(dir, "nowhere.db")
	if err := errors.Join(os.Symlink(path, link), os.Symlink(filepath.Join(dir, "none.db"), dangling)); err != nil {
		t.Skip(err) // Windows asks for a privilege
	}
	if s, err := Open(ctx, link); err == nil || !strings.Contains(err.Error(), "leads nowhere") {
		t.Errorf("before there is a file: %v %v", s, err)
	}
	for _, names := range [][2]string{{path, link}, {link, path}, {link, link}} {
		s, err := Open(ctx, names[0])
		if err != nil {
			t.Fatal(err)
		}
		if again, err := Open(ctx, names[1]); !errors.Is(err, ErrInUse) {
			t.Errorf("%s and %s: %v %v", names[0], names[1], again, err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if s, err := Open(ctx, dangling); err == nil {
		t.Errorf("a link that leads nowhere: %v", s)
	}
}

// What cannot be opened is not called another program's, and what is no database is.
func TestNotOpened(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "text.db")
	if err := os.WriteFile(text, []byte("a text of somebody, long enough to be taken for a database's head"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{dir: ": it cannot be opened: ", text: ": it is not a database of this program: "} {
		if s, err := Open(context.Background(), path); err == nil || !strings.Contains(err.Error(), path+want) {
			t.Errorf("%s: %v %v, want an error with %q", path, s, err, want)
		}
	}
}
