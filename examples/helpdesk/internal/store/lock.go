package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// A lock is held by the one process that has a database open: what the service keeps in
// memory would go stale if another process wrote. It is a transaction that never ends, on a
// separate database, since SQLite's locks exist on every system and die with their process.
type lock struct {
	db   *sql.DB
	conn *sql.Conn
}

func acquire(ctx context.Context, path string) (*lock, error) {
	db, err := open(path, "deferred", "busy_timeout(0)")
	if err != nil {
		return nil, err
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("store: %s: %w", path, err), db.Close())
	}
	if _, err := conn.ExecContext(ctx, `BEGIN EXCLUSIVE`); err != nil {
		return nil, errors.Join(fmt.Errorf("%w: %s is locked: %w", ErrInUse, path, err), conn.Close(), db.Close())
	}
	return &lock{db, conn}, nil
}

func (l *lock) release() error {
	return errors.Join(l.conn.Close(), l.db.Close())
}
