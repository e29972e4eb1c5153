FROM node:24-slim
WORKDIR /app
COPY services/package.json services/
RUN npm install --prefix services --omit=dev --no-audit --no-fund
COPY services/user-service.js services/
USER node
CMD ["node", "services/user-service.js"]
