/** The peers on this machine: MapServer's OGC API over the same PostGIS rows, and nginx with the same bytes as files. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Peers {
  readonly nginx: string
  readonly mapserver: (collection: 'villages' | 'communes') => string
  close(): void
}

export interface PeerOptions {
  readonly folder: string
  readonly port: number
  /** libpq connection string, as MapServer wants it. */
  readonly connection: string
}

function toLayer(name: 'villages' | 'communes', connection: string): string {
  const type = name === 'villages' ? 'POINT' : 'POLYGON'
  return `LAYER NAME "${name}" TYPE ${type} STATUS ON
  CONNECTIONTYPE POSTGIS CONNECTION "${connection}" PROCESSING "CLOSE_CONNECTION=DEFER"
  DATA "geom from peer_${name} using unique feature_id using srid=4326"
  PROJECTION "init=epsg:4326" END
  METADATA "ows_title" "${name}" "gml_include_items" "all" "gml_featureid" "feature_id" "oga_max_items" "5000"
    "oga_limit" "5000" "oga_max_limit" "5000" "ows_enable_request" "*" "gml_types" "auto" END
  TEMPLATE "dummy"
END`
}

function writeMapFiles({ folder, port, connection }: PeerOptions): void {
  writeFileSync(
    join(folder, 'mapserver.conf'),
    `CONFIG
  ENV
    MS_MAP_PATTERN "^${folder}/"
    OGCAPI_HTML_TEMPLATE_DIRECTORY "/usr/share/mapserver/ogcapi/templates/html-bootstrap4/"
  END
  MAPS
    PROVINCE "${folder}/province.map"
  END
END
`,
  )
  writeFileSync(
    join(folder, 'province.map'),
    `MAP NAME "province" EXTENT 102 20 104 23 SIZE 800 600 UNITS dd
  PROJECTION "init=epsg:4326" END
  WEB METADATA "ows_title" "province" "ows_enable_request" "*" "oga_max_items" "5000" "oga_limit" "5000"
    "oga_max_limit" "5000" "oga_onlineresource" "http://127.0.0.1:${port}/PROVINCE/ogcapi" END END
${toLayer('villages', connection)}
${toLayer('communes', connection)}
END
`,
  )
}

function writeNginxConfig({ folder, port }: PeerOptions): void {
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/nginx-error.log;
events { worker_connections 256; }
http {
  access_log off; sendfile on; include /etc/nginx/mime.types; client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  upstream mapserver { server unix:${folder}/ms.sock; keepalive 4; }
  server {
    listen 127.0.0.1:${port};
    location ~ \\.mjs$ { root ${folder}; types { text/javascript mjs; } }
    location /files/ { root ${folder}; }
    location /PROVINCE/ {
      include /etc/nginx/fastcgi_params;
      fastcgi_param PATH_INFO $uri; fastcgi_param SCRIPT_NAME "";
      fastcgi_buffers 256 64k; fastcgi_buffer_size 64k; fastcgi_keep_conn on;
      fastcgi_pass mapserver;
    }
  }
}
`,
  )
}

/** Starts two MapServer workers (two cores) behind nginx; files put in `folder`/files are served as they are. */
export async function startPeers(options: PeerOptions): Promise<Peers> {
  const { folder, port } = options
  mkdirSync(join(folder, 'files'), { recursive: true })
  // nginx's worker runs as www-data.
  chmodSync(folder, 0o755)
  writeMapFiles(options)
  writeNginxConfig(options)
  const children: ChildProcess[] = [
    spawn(
      'spawn-fcgi',
      ['-n', '-s', join(folder, 'ms.sock'), '-F', '2', '-M', '0666', '--', '/usr/bin/mapserv'],
      {
        env: { ...process.env, MAPSERVER_CONFIG_FILE: join(folder, 'mapserver.conf') },
        stdio: 'ignore',
        detached: true,
      },
    ),
    spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder], { stdio: 'inherit', detached: true }),
  ]
  await sleep(1000)
  const base = `http://127.0.0.1:${port}`
  return {
    nginx: `${base}/files`,
    mapserver: (collection) => `${base}/PROVINCE/ogcapi/collections/${collection}/items?f=json&limit=2000`,
    close: () => {
      for (const child of children) stopGroup(child)
    },
  }
}

function stopGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    // A worker of MapServer that waits for a request does not hear SIGTERM, and would keep the benchmark from ending.
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // already gone
  }
}

/** Names what is missing for the peers; installs it where this runs as root on Debian. */
export function ensurePeers(): void {
  const programs = {
    mapserv: 'mapserver-bin cgi-mapserver',
    'spawn-fcgi': 'spawn-fcgi',
    nginx: 'nginx-light',
    wrk: 'wrk',
  }
  const isMissing = (program: string) => {
    try {
      execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' })
      return false
    } catch {
      return true
    }
  }
  const packages = Object.entries(programs)
    .filter(([program]) => isMissing(program))
    .flatMap(([, names]) => names.split(' '))
  if (packages.length === 0) return
  if (process.getuid?.() !== 0)
    throw new Error(`Missing for the benchmark: apt-get install ${packages.join(' ')}`)
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: 'inherit',
  })
}
